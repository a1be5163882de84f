import { profileHelp } from '../src/wording/profile.ts'
import { asksForHelp, type SlashCommand } from './command.ts'

/** Asks what the profile of the office's account shows, and notes it. */
export const profilcheck: SlashCommand = {
  name: '/profilcheck',
  description: 'Festhalten, was das Profil auf X zeigt (Pressestelle)',
  usage: '',
  reply: (typed) => (asksForHelp(typed) ? { say: profileHelp } : { open: 'profile' }),
}
