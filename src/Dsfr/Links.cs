namespace Beffroi.Dsfr;

/// <summary>One entry of the main menu.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Current">Whether the page shown is this entry or below it.</param>
public sealed record NavItem(string Label, string Href, bool Current = false);

/// <summary>Entries of the main menu that unfold together.</summary>
/// <param name="Label">The words of their button.</param>
/// <param name="Items">The entries, in order.</param>
public sealed record NavGroup(string Label, IReadOnlyList<NavItem> Items);

/// <summary>One link of the footer.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="External">Whether it leaves the site: it then opens a new window and says so.</param>
public sealed record FooterLink(string Label, string Href, bool External = false);

/// <summary>One step of the breadcrumb.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">Where it leads; null for the page shown.</param>
public sealed record Crumb(string Label, string? Href = null);

/// <summary>One entry of a page's table of contents.</summary>
/// <param name="Label">Its words.</param>
/// <param name="Href">An anchor of the page, <c>#like-this</c>.</param>
public sealed record SummaryLink(string Label, string Href);

/// <summary>Words of the four arrows of a pagination.</summary>
/// <param name="First">To the first page.</param>
/// <param name="Previous">To the page before.</param>
/// <param name="Next">To the page after.</param>
/// <param name="Last">To the last page.</param>
public sealed record PaginationWords(string First, string Previous, string Next, string Last);

/// <summary>One choice of a list, of radio buttons or of check boxes.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What is read.</param>
/// <param name="Hint">A sentence below the label; radio buttons and check boxes only.</param>
public sealed record Option(string Value, string Label, string? Hint = null);
