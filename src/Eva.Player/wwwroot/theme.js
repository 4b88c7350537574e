// Scripts run: what is said to people without them goes, and what prepares the game shows.
document.documentElement.classList.add('scripted');
// Applies the theme chosen on the other pages before the first paint: the design system keeps it under "scheme".
try {
  const chosen = localStorage.getItem('scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.frTheme = chosen;
} catch { /* no storage: the device's own theme */ }
