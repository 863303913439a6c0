/** What Vite makes of a file that is imported: its bytes as a `data:` address, or its text. */
declare module '*?inline' {
  const address: string;
  export default address;
}
declare module '*?raw' {
  const text: string;
  export default text;
}
