// How people write when somebody is in danger, and how they write about all else. The recogniser is measured by these,
// and its words were chosen with them before one's eyes: what nobody thought of here it hears about one time in three.

/** One a line. */
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((one) => one.trim())

/** Somebody may be in danger. */
export const calls = lines(`
Hilfe, in unserem Haus brennt es!
Bei uns im Treppenhaus ist alles voller Rauch
Da kommt dichter schwarzer Qualm aus dem Dach der Schule
Wohnungsbrand in der Holtenklinker Straße, kommt keiner?
Zimmerbrand im dritten Stock Leuschnerstraße
Hier ist ein Küchenbrand, was sollen wir tun
Dachstuhlbrand am Weidenbaumsweg, Leute stehen am Fenster
Containerbrand direkt neben der Kita
Autobrand auf dem Parkplatz vom CCB
Es brennt im Bergedorfer Gehölz, das Feuer kommt schnell näher
Waldbrand bei der Boberger Düne!!
Flammen schlagen aus einer Wohnung am Lohbrügger Markt
Im Keller Reinbeker Redder lodert es
Da steht ein Auto in Flammen
Die Mülltonnen brennen und das Feuer greift aufs Haus über
Es riecht überall nach Gas im Haus Nettelnburger Kirchenweg
Gasgeruch vor dem Rathaus, bitte schnell
Gasleitung angebohrt in der Baustelle, es zischt
Explosion in der Alten Holstenstraße
Gerade gab es einen lauten Knall, Fenster sind rausgeflogen, Menschen bluten
Mein Vater liegt am Boden und atmet nicht mehr
Mein Mann bekommt keine Luft
Meine Oma kriegt keine Luft mehr und ist ganz blau
Er hat keinen Puls mehr
Frau bewusstlos am ZOB Bergedorf
Hier liegt jemand bewusstlos auf dem Gehweg und keiner hilft
Ein Mann ist gerade zusammengebrochen vor dem Bürgeramt
Jemand ist umgekippt und reagiert nicht
Da liegt einer regungslos auf der Bank und rührt sich nicht
Mein Kind hat Tabletten verschluckt
Unser Sohn hat Reiniger getrunken
Starke Schmerzen in der Brust, ich glaube Herzinfarkt
Meine Mutter hat einen Schlaganfall, ihr Mund hängt
Sie krampft und hat Schaum vor dem Mund
Allergischer Schock, der Hals schwillt zu
Er blutet ganz stark am Kopf
Da ist überall Blut
Jemand verblutet hier
Wir brauchen einen Krankenwagen in die Ernst-Mantius-Straße
Bitte schickt einen Rettungswagen
Notarzt!! Sander Damm 5
Radfahrer angefahren an der Kreuzung Vierlandenstraße
Ein Kind wurde angefahren und liegt auf der Straße
Fußgängerin vom Bus erfasst am Mohnhof
Schwerer Unfall auf der B5, ein Auto liegt auf dem Dach
Motorradunfall am Curslacker Deich, Fahrer liegt im Graben
Fahrradunfall Höhe Schloss, bitte Hilfe schicken
Autounfall vor der Feuerwache, jemand ist eingeklemmt
Treppensturz im Rathaus, die Frau kann nicht aufstehen
Bauarbeiter vom Gerüst gestürzt
Jemand ist ins Gleis gefallen am Bahnhof Bergedorf
Person im Gleis S-Bahn Nettelnburg!
Ein Kind ist in die Bille gefallen
Da treibt jemand im Wasser
Ein Mann ist im Wasser der Dove Elbe und geht unter
Schwimmer im Allermöher See taucht nicht mehr auf
Jemand ertrinkt am Eichbaumsee!!!
Badeunfall am Hohendeicher See
Mein Hund ist ins Eis eingebrochen und mein Mann hinterher
Kinder auf dem Eis eingebrochen am Schlossgraben
Kind steckt im Brunnen fest
Meine Tochter ist im Aufzug eingesperrt und bekommt Panik, ihr ist schlecht
Ein Baby ist allein im heißen Auto eingeschlossen
Kind im Auto bei 35 Grad, Parkplatz Curslack, Scheiben zu
Ein Baum ist auf ein Auto gestürzt, da ist noch jemand drin
Ein Gerüst ist eingestürzt, da liegen Leute drunter
Eine Mauer ist umgefallen und hat jemanden verschüttet
Die Decke der Turnhalle ist eingestürzt
Stromkabel liegt auf der Straße und funkt
Jemand hat einen Stromschlag bekommen
Mein Sauerstoffgerät läuft nur noch 20 Minuten, wann kommt der Strom wieder?
Stromausfall in Lohbrügge, meine Mutter hängt am Beatmungsgerät
Wir haben keinen Strom und mein Vater wird zu Hause beatmet
Der Keller läuft voll und meine Oma ist unten
Das Wasser steigt im Haus und wir kommen nicht raus
Wir sind vom Wasser eingeschlossen, Ochsenwerder
Der Deich bricht bei Kirchwerder
Deichbruch in Altengamme!
Sturmflut, wir sitzen auf dem Dach
Er bedroht uns mit einem Messer
Messerstecherei am Bahnhof
Da läuft einer mit einem Messer rum
Mann mit Pistole im Einkaufszentrum
Ich habe Schüsse gehört in Neuallermöhe
Da wird geschossen!
Jemand wurde niedergestochen am ZOB
Mehrere Männer schlagen auf einen Jungen ein
Schlägerei vor dem Lohbrügger Zentrum, einer liegt am Boden
Eine Frau wird gerade verprügelt
Mein Ex steht vor der Tür und will mich umbringen
Mein Mann schlägt mich, ich habe mich eingeschlossen
Ich werde verfolgt, bitte helfen Sie mir
Ein Mann hat ein Mädchen ins Auto gezerrt
Überfall auf die Tankstelle am Sander Damm
Einbrecher im Haus, wir sind oben
Amok an der Schule?? Kinder schreiben, sie verstecken sich
Bombendrohung am Gymnasium
Hier liegt eine Granate am Elbufer
Wir haben beim Graben eine Fliegerbombe gefunden
Verdächtiger Koffer am Bahnhof, tickt
Ich kann nicht mehr, ich will nicht mehr leben
Ich springe gleich von der Brücke
Da steht jemand auf dem Dach und will springen
Jemand steht auf dem Geländer der Eisenbahnbrücke
Meine Freundin schreibt, dass sie sich etwas antun will
Er hat gesagt, dass er sich umbringt
Sie hat Abschiedsnachrichten geschrieben und geht nicht ans Telefon
Ich habe alle Tabletten genommen
Hab mir die Pulsadern aufgeschnitten
Mein Opa mit Demenz ist seit heute Nacht vermisst
Unser Kind ist weg, fünf Jahre alt, rote Jacke, Lohbrügge
Vermisst: meine Schwester, 12, zuletzt am Bahnhof
Chlorgas im Hallenbad, alle husten
Im Bille-Bad riecht es stark nach Chlor und Leuten wird schlecht
Gefahrgutunfall auf der A25, Anwohner haben Atemnot
Ätzende Flüssigkeit läuft aus einem Lkw
Eine giftige Wolke zieht über Lohbrügge, uns brennen die Augen
Kohlenmonoxid-Melder piept, uns ist schwindelig
CO Vergiftung, drei Leute liegen im Zimmer
Pilze gegessen, meinem Sohn geht es ganz schlecht
Ein Hund hat ein Kind gebissen, es blutet stark
Ein Hund beißt hier gerade eine Frau
Wildschwein greift Leute an am Sachsentor
Wespenstich im Hals, sie kriegt kaum Luft
🆘 Lohbrügger Landstraße 20
SOS
🆘🆘🆘
112 geht nicht durch, bitte schickt jemanden
Der Notruf ist besetzt, hier brennt es
Ich erreiche die 112 nicht
Helft uns bitte
HILFE
Hilfeeee mein Baby
Hilfe!! Einbruch!!
Bitte schnell kommen, meine Frau bekommt das Kind
Die Wehen haben eingesetzt, kein Krankenwagen kommt
Sie liegt in den Wehen im Bus 235
Mein Sohn hat sich verbrüht, ganzer Arm
Kind mit kochendem Wasser übergossen
Er hat sich den Finger abgesägt
Arbeitsunfall auf der Baustelle Schleusengraben
Jemand hängt an der Baustelle am Kran fest
Der Bus ist in die Haltestelle gefahren, Verletzte
Mehrere Verletzte am Marktplatz
Auf dem Stadtfest ist eine Massenpanik
Leute werden eingequetscht am Eingang zum Fest
Der Maibaum ist umgekippt, da liegen Menschen
Ein Ballon ist in die Stromleitung geflogen, da hängt wer
Boot gekentert auf der Elbe, zwei Leute im Wasser
Ein Kind hängt kopfüber am Klettergerüst fest und schreit
Bei meinen Nachbarn quillt Rauch aus dem Fenster
Unsere Garage brennt lichterloh
Scheunenbrand in Curslack, Tiere sind noch drin
Der Transformator am Bahnhof steht in Flammen
In der Schule stinkt es nach Gas, alle raus?
Mein Kollege ist vom Dach gefallen und bewegt sich nicht
Kleinkind hat eine Knopfbatterie verschluckt
Meine Nachbarin antwortet nicht, man hört sie nur stöhnen
Opa ist gestürzt und kommt nicht mehr hoch
Ein Radler liegt nach Zusammenstoß mit Lkw auf der Fahrbahn
Auffahrunfall Höhe Nettelnburg, Airbags sind aufgegangen, Leute sitzen noch drin
Ein Auto ist in den Kanal gefahren
Ein Segelboot ist gekentert vor Zollenspieker
Ein Mädchen ist im Hafenbecken und schreit
Jungs sind auf dem zugefrorenen See eingebrochen
Meine Frau ist schwanger und blutet
Er ist Diabetiker und nicht mehr ansprechbar
Mein Kind hat einen Fieberkrampf
Jemand hat eine Überdosis genommen
Meine Mutter hat starke Brustschmerzen und schwitzt
Bienenstich im Mund, alles schwillt an
Wir sitzen im Fahrstuhl fest, eine Frau hat Asthma
Meine Mutter ist auf ihr Sauerstoffgerät angewiesen und der Strom ist weg
Hier wird jemand ausgeraubt
Der Typ hat ein Messer gezogen
Gerade ist jemand mit einer Machete durch die Straße gelaufen
Er hat mich gewürgt und ist noch vor dem Haus
Männer treten auf einen am Boden liegenden ein
Da schreit eine Frau um Hilfe
Kinder werden hier von einem Mann angesprochen und festgehalten
Mein Bruder droht sich umzubringen
Ich möchte einfach nur noch sterben
Sie steht auf der Brücke und weint
Meine dreijährige Tochter ist auf dem Stadtfest verschwunden
Mein dementer Vater irrt irgendwo in Lohbrügge herum
Im Labor ist eine Säure ausgelaufen
Ein Tanklaster ist umgekippt und es läuft Benzin aus
Wir haben alle Kopfschmerzen und der CO-Melder geht los
Ein Kran ist umgestürzt auf das Wohnhaus
Das Dach vom Supermarkt ist eingebrochen
Hochspannungsleitung ist runtergekommen
Der Deich hat einen Riss, Wasser läuft durch
Unser Haus ist vom Wasser abgeschnitten und Oma braucht Insulin
Mein Hund hat einen Mann totgebissen, bitte kommt
Ein Bulle ist ausgebrochen und rennt auf die Kinder zu
Bitte schickt die Polizei, er tritt gerade die Tür ein
SOS Bergedorf Süd
Notfall in der Turnhalle
Wer kann helfen, ein Mann liegt leblos im Gebüsch
Jemand ist unter den Zug geraten
Meine Nachbarin hat sich ausgesperrt und die Herdplatte ist an, es kommt Rauch
Auf dem Balkon gegenüber schlagen Flammen hoch
Bei uns ist ein Rohr geplatzt und das Wasser kommt an die Steckdosen
Mein Baby ist ganz schlaff und wird nicht wach
Ein Bauarbeiter liegt unter einer Platte
Unser Trainer ist auf dem Platz umgefallen, Herz
Ein Kind ist mit dem Roller vor ein Auto gefahren
Eine alte Dame ist in der Dusche gefallen und ruft um Hilfe
Ein Junge ist von der Brücke in den Kanal gesprungen und nicht mehr zu sehen
Hier fährt einer absichtlich in Menschen
Meine Schwester meldet sich nicht mehr, sie wollte sich das Leben nehmen
Zwei Betrunkene stechen aufeinander ein
In der U-Bahn bedroht einer die Leute mit einer Flasche
Ich höre Schreie aus der Nachbarwohnung
Der Mann aus dem dritten Stock hat eine Geisel
Unser Sohn ist nicht aus der Schule gekommen, wir suchen seit Stunden
Der Imker wurde von Bienen angegriffen und ist ohnmächtig
Mein Mann hat einen Stromstoß bekommen und zittert
Eine Frau ist vom Pferd gefallen und spürt ihre Beine nicht
Der Schornstein steht in Flammen
Der Heizungskeller ist voller Gas
Es tropft Heizöl in die Bille
Ein Kleinkind ist in den Gartenteich gefallen
Vor der Kita steht ein Mann mit einer Waffe
Da ist ein Auto in die Menschenmenge gefahren
Die Fähre hat eine Havarie, Leute springen ins Wasser
Ein Mann droht, das Haus anzuzünden
Unsere Oma hat Blut erbrochen
Mein Freund hat zu viele Schlaftabletten genommen
Eine Leiche liegt am Ufer
Jemand ist in den Schacht gefallen
Das Kind hat sich am Grill verbrannt
Ein Dachziegel hat eine Frau am Kopf getroffen, sie ist weg
Der Strom ist weg und der Fahrstuhl steckt mit meiner Tochter drin
Ein Schwan mit Angelhaken, nein Spaß, aber hier ertrinkt wirklich jemand
Mein Mann zittert, ist verwirrt und redet wirr
Eine Gruppe jagt einen Jungen durch den Park
Schwerer Verkehrsunfall am Deich
Notarzt wird gebraucht
Bitte um Hilfe, Wasser bis zum Hals im Keller
`)

/** Nobody is in danger. */
export const ordinary = lines(`
Wann öffnet das Kundenzentrum morgen?
Kann ich meinen Personalausweis auch ohne Termin abholen?
Die Laterne in der Wentorfer Straße ist seit zwei Wochen kaputt
Warum ist die Chrysanderstraße schon wieder gesperrt?
Danke für die schnelle Antwort!
Vielen Dank für Ihre Hilfe beim Antrag
Super, dass der Spielplatz fertig ist
Wie lange dauert die Baustelle am Weidenbaumsweg noch?
Gibt es dieses Jahr wieder den Weihnachtsmarkt im Schloss?
Wo finde ich den Bebauungsplan Lohbrügge 94?
Der Müll am Eichbaumsee liegt seit Tagen herum
Am Bahnhof stehen wieder Roller im Weg
Können Sie die Radwege auch im Winter räumen?
Wann wird der Bürgersteig am Sander Damm repariert?
Schlagloch in der Kurt-A.-Körber-Chaussee, bitte ausbessern
Die Ampel am Mohnhof ist viel zu kurz grün
Wer ist für die Bäume in der Alten Holstenstraße zuständig?
Ich finde die Pläne für das Freibad gut
Die Pläne für das Freibad sind ein schlechter Witz
Wo kann ich mich zum Ehrenamt informieren?
Am Samstag feiert die Freiwillige Feuerwehr Nettelnburg ihr Jubiläum
Tag der offenen Tür bei der Feuerwehr, kommt vorbei
Die Jugendfeuerwehr sucht Nachwuchs
Tolle Übung der Feuerwehr gestern am Schloss
Wann ist das Osterfeuer in Kirchwerder?
Sind Osterfeuer dieses Jahr erlaubt?
Darf man am See grillen oder ist Lagerfeuer verboten?
Feuerwerk am Hafen: Um wie viel Uhr geht es los?
Kann man Silvester in der Altstadt Feuerwerk zünden?
Das Kaminfeuer im Schloss war sehr gemütlich
Eine brennende Frage zum Haushalt 2027
Das Thema brennt den Leuten unter den Nägeln
Ich bin Feuer und Flamme für das neue Haus im Park
Der Brandschutz im Rathaus wird erneuert?
Wann ist die Brandschutzprüfung der Schule abgeschlossen?
Die Sanierung wegen Brandschutz dauert mir zu lange
Ist die Ausstellung zum Großen Brand von 1842 noch zu sehen?
Der Brandbrief der Elternräte ist lesenswert
Grüße aus Brandenburg nach Bergedorf
Brandshofer Deich: Wann endet die Umleitung?
Rauchverbot auf Spielplätzen, wird das kontrolliert?
Vor dem Kundenzentrum wird zu viel geraucht
Die Raucher am Eingang nerven
Wo bekomme ich Auskunft zur Rauchmelderpflicht?
Im Museum für Bergedorf gibt es eine Führung zum Notarztwesen
Unfallschwerpunkt Curslacker Heerweg, wann passiert da was?
Die Unfallzahlen an der Kreuzung sind gesunken, gut so
Unfallversicherung für Ehrenamtliche, wer zahlt die?
Wie viele Unfälle gab es 2025 am Mohnhof?
Zum Glück ist bei dem Unfall gestern niemand verletzt worden
War der Unfall von letzter Woche eigentlich in der Zeitung?
Verletztes Tempolimit: Wann kommt der Blitzer?
Rechte von Menschen mit Behinderung werden verletzt, finde ich
Erste-Hilfe-Kurs für Eltern, gibt es noch Plätze?
Erste Hilfe am Hund, Kurs in der VHS
Hilfe zur Pflege beantragen: Wo muss ich hin?
Nachbarschaftshilfe Lohbrügge sucht Freiwillige
Die Flüchtlingshilfe macht tolle Arbeit
Haushaltshilfe gesucht, wer kennt jemanden?
Wohngeldstelle war eine große Hilfe
Ich brauche Hilfe beim Ausfüllen des Formulars
Gibt es Hilfe für Senioren beim Umzug?
Können Sie mir helfen, den richtigen Ansprechpartner zu finden?
Wer hilft mir bei der Ummeldung?
Danke an alle Helfer beim Deichfest
Der Notfalltreffpunkt in meinem Stadtteil, wo ist der?
Das Notfallfaltblatt des Bezirks ist gut gemacht
Seelsorge-Notruf, gibt es da eine Nummer von der Stadt?
Warum steht am Rathaus ein Krankenwagen, ist das eine Übung?
Das Krankenhaus Bergedorf bekommt einen neuen Eingang
Der Rettungsschwimmer-Lehrgang beginnt im Mai
Die DLRG sucht Rettungsschwimmer für den Hohendeicher See
Bergedorf rettet Bienen, schöne Aktion
Wann kommt die Wasserrettung wieder zum Stadtteilfest?
Die Wasserqualität im Allermöher See, gibt es Messwerte?
Kann man im Eichbaumsee baden?
Im Wasser schwimmen wieder viele Enten, herrlich
Das Trinkwasser in Lohbrügge schmeckt nach Chlor, normal?
Hochwasserschutz in den Vierlanden: Wann wird der Deich erhöht?
Der Deichverband tagt am Donnerstag
Sturmflutausstellung im Rieck Haus sehr sehenswert
Der Deichbruch von 1962 sollte Schulstoff sein
Das Eis in der Eisdiele am Sachsentor ist das beste
Wann wird die Eisbahn eröffnet?
Die Messe beginnt um 10 Uhr in St. Petri und Pauli
Messerundgang am Samstag, schöne Stände
Messer und Gabel, das Restaurant am Markt, hat neu eröffnet
Waffenverbotszone am Bahnhof, was gilt da genau?
Bombenstimmung beim Stadtfest!
Bombenwetter für den Flohmarkt
Die Bombennächte von 1943, Lesung im Körberhaus
Ist der Blindgänger von letzter Woche entsorgt?
Krimilesung: Mord im Sachsenwald, tolle Veranstaltung
Überfallartig wurde uns die Miete erhöht
Einbruchschutz: Berät die Polizei auch zu Hause?
Einbruch der Besucherzahlen im Museum?
Die Schießanlage des Schützenvereins ist zu laut
Schützenfest in Altengamme, wer ist König geworden?
Der Schuss ging nach hinten los, liebe Verwaltung
Die Explosion der Mietpreise macht mir Sorgen
Kostenexplosion beim Schwimmbad, wer zahlt das?
Tod durch Bürokratie, mein Antrag stirbt seit Monaten
Ich lache mich tot über diese Ampel
Das ist doch lebensgefährlich schlecht geplant
Die Kreuzung ist gefährlich für Kinder, bitte Zebrastreifen
Schulweg sicherer machen, bevor etwas passiert
Tempo 30 vor der Kita, bitte
Schnelle Autos in der Spielstraße, können Sie etwas tun?
Parken auf dem Radweg nimmt überhand
Falschparker blockieren die Feuerwehrzufahrt
Die Feuerwehrzufahrt am Markt ist zugeparkt
Gassigehen im Gehölz nur mit Leine?
Gas- und Wasserleitungen werden erneuert, wie lange?
Wann wird die Gasleitung in meiner Straße verlegt?
Gasthof Zur Post hat wieder geöffnet
Der Strompreis ist zu hoch, was sagt der Bezirk?
Gestern war kurz Stromausfall, weiß jemand warum?
Geplante Stromabschaltung am Dienstag, gilt das für meine Straße?
Ladesäulen für E-Autos: Wo kommt die nächste?
Die Luft am Mohnhof ist schlecht, gibt es Messungen?
Frische Luft und Natur: die Boberger Niederung ist toll
Luftballons steigen lassen, ist das erlaubt?
Die Luft ist raus bei diesem Projekt
Mein Hund ist entlaufen, hat ihn jemand gesehen?
Katze vermisst in Neuallermöhe, grau getigert
Ich vermisse das alte Kino
Verloren: Schlüsselbund am Schloss
Im Fundbüro war mein Fahrrad leider nicht
Fahrrad gestohlen am Bahnhof, gibt es Kameras?
Graffiti an der Unterführung, wer entfernt das?
Ratten am Spielplatz Grüner Weg
Wespennest an der Schule, wer ist zuständig?
Zecken im Gehölz, was tun?
Wildschweine haben wieder den Sportplatz umgegraben
Hundekot auf dem Spielplatz, es reicht
Lärm vom Club bis 4 Uhr nachts
Laubbläser am Sonntag sind verboten, oder?
Der Baum vor meinem Haus ist krank, wird er gefällt?
Umgestürzter Baum im Gehölz auf dem Wanderweg
Ein Ast hängt tief über dem Radweg
Glatteis auf dem Gehweg, wer streut hier?
Schnee nicht geräumt am Rathaus
Der Aufzug am Bahnhof ist schon wieder defekt
Im Aufzug riecht es seltsam
Rolltreppe außer Betrieb seit Wochen
Der Bus 235 kommt nie pünktlich
Wann fährt die S2 wieder?
Die A25 ist dicht, wohin weicht der Verkehr aus?
Der Termin zur Ummeldung ist erst in sechs Wochen, das ist eine Zumutung
Warum antwortet niemand am Telefon?
Eheschließung im Schloss, wie buche ich das?
Babybegrüßung: Wann ist der nächste Termin?
Kitaplatz ab August, an wen wende ich mich?
Meine Tochter ist drei und braucht einen Kitaplatz
Schulanmeldung für die Erstklässler, welche Unterlagen?
Mein Sohn sucht einen Praktikumsplatz im Bezirksamt
Blutspende im Rathaus am Freitag
Wo kann man sich gegen Grippe impfen lassen?
Herzlichen Glückwunsch zum Umweltpreis
Mein Herz schlägt für Bergedorf
Das Herzstück des Quartiers ist der Marktplatz
Kunst am Bau, was soll das kosten?
Bürgerbeteiligung zum Bauvorhaben Oberbillwerder, wann?
Die Sitzung der Bezirksversammlung war spannend
Wer sitzt im Hauptausschuss?
Schöne Fotos vom Blütenfest
Kommt ihr auch auf andere Netzwerke?
Folgt jetzt auch dem Bezirksamt, gute Sache
Wann ist Sperrmüll in Lohbrügge?
Die neue Bank im Park ist schon beschädigt
Ich vermisse Informationen zum Radverkehr
Läuft die Ausstellung noch nächste Woche?
Die Heizung in der Schule fällt ständig aus
Toller Einsatz der Feuerwehr beim Sturm
Wer bezahlt den Schaden an meinem Auto durch das Schlagloch?
Der Bagger steht seit Tagen im Wasser
Wegen Rohrbruch kein Wasser, wann wieder?
Die Bürgersprechstunde fällt aus?
Der Brandweiher sieht schön aus
Das Boot auf der Bille, wem gehört das?
Schade, dass das Café geschlossen ist
Meine Oma freut sich über die neuen Bänke
Mein Hund liebt die neue Wiese
Wie melde ich einen wilden Müllplatz?
Das Wasser im Freibad ist zu kalt
Bitte mehr Schatten auf dem Spielplatz
Kann man im Schloss heiraten?
Warum wurden die Linden gefällt?
Der Weg ist nach dem Regen matschig
Wann kommt endlich das Glasfaser?
Das Parkhaus ist zu teuer
Die Rampe am Bahnhof ist zu steil für Rollstühle
Wo steht die nächste öffentliche Toilette?
Meine Tochter ist im Chor der Musikschule
Der Wochenmarkt war heute super
Sind die Sportplätze im Winter offen?
Bekomme keine Antwort auf meine E-Mail
Der Online-Antrag stürzt immer ab
Wie hoch ist die Hundesteuer?
Wieso ist die Bücherhalle montags zu?
Mir gefällt der neue Spielplatz
Der Bus hält nicht mehr am Krankenhaus
Darf ich hier mit dem Wohnmobil parken?
Die Wahlhelfer waren sehr freundlich
Gibt es einen Bericht zum Klimaschutz?
Die Baustelle nervt, aber muss wohl sein
Welche Vereine bekommen Förderung?
Der Brunnen am Markt läuft nicht
Am Wochenende ist Flohmarkt am Sander Dickkopp
Bitte räumt das Laub weg
Ist das Schwimmbad barrierefrei?
Die Unterführung ist dunkel, da hat man Angst
Bei der Verkehrsberuhigung läuft es schief
Kann mir jemand den Aushang erklären?
Die Kita streikt heute, richtig?
Sehr nette Mitarbeiterin im Bürgeramt
Neue Fahrradbügel, danke!
Wann wird die Brücke am Schleusengraben fertig?
`)
