namespace Beffroi.Incubator.Compliance;

/// <summary>Words that the legal pages owe, as DashLord looks for them (SocialGouv/dashlord-actions, read in August 2026), and what the law asks besides.</summary>
public static class LegalWords
{
    /// <summary>One of each group must be there.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Notice = [["directeur", "directrice"], ["publication"], ["hébergeur", "hébergement"], ["éditeur", "édité par"]];

    public static readonly IReadOnlyList<IReadOnlyList<string>> Privacy = [["@"], ["finalité"], ["durée de conservation"], ["sous-traitant"]];

    /// <summary>Asked by the law, not by DashLord.</summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> MorePrivacy = [["base légale"], ["droits"], ["cnil"], ["délégué à la protection des données"]];

    public static readonly IReadOnlyList<IReadOnlyList<string>> MoreNotice = [["téléphone"]];

    public static readonly IReadOnlyList<string> NoticeLinks = ["Mentions légales"];
    public static readonly IReadOnlyList<string> PrivacyLinks = ["Politique de confidentialité", "Données personnelles", "Données personnelles et cookies", "Protection des données"];

    /// <summary>The first word of each group that the text lacks.</summary>
    public static IReadOnlyList<string> Missing(string text, params IReadOnlyList<IReadOnlyList<string>>[] groups) =>
        [.. groups.SelectMany(g => g).Where(words => !words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase))).Select(words => words[0])];

    /// <summary>Where a link with one of these words leads.</summary>
    public static string? Led(Answer page, IReadOnlyList<string> labels) =>
        Markup.Links(page.Body).Where(l => labels.Any(label => Likeness.Of(l.Label, label) >= Likeness.Same)).Select(l => l.Href.Split('#')[0]).FirstOrDefault(h => h.StartsWith('/'));
}
