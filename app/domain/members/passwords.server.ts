export {
  hashPassword,
  isPasswordRight,
  PASSWORD_LENGTH_MAX,
  PASSWORD_LENGTH_MIN,
} from '#app/credentials/passwords.server.ts'
