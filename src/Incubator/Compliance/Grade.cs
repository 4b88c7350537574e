namespace Beffroi.Incubator.Compliance;

/// <summary>Letters from A to F, and what several make together.</summary>
public static class Grade
{
    const string Letters = "FEDCBA";

    /// <summary>What a grade needs that this site cannot do by itself.</summary>
    public static readonly IReadOnlyList<(string Name, string Needs)> Outside =
    [
        ("lighthouse", "un navigateur qui mesure (Lighthouse)"),
        ("testssl", "un essai de la connexion chiffrée depuis le dehors (testssl.sh)"),
        ("zap", "une recherche de failles depuis le dehors (OWASP ZAP)"),
        ("nmap", "une liste des portes ouvertes depuis le dehors (nmap)"),
        ("updownio", "une veille depuis le dehors (updown.io)"),
        ("ecoindex", "un navigateur qui mesure (EcoIndex)"),
        ("trivy", "un examen des images qui servent le site (Trivy)"),
        ("dependabot", "le service qui garde le code (Dependabot)"),
    ];

    /// <summary>A whole letter in numbers: F is 0, A is 5; a sign beside it does not count.</summary>
    public static int Points(string letter) => Letters.IndexOf(letter[0], StringComparison.Ordinal) is >= 0 and var points ? points : throw new ArgumentException($"{letter} is no grade.", nameof(letter));

    /// <summary>The lowest; null when nothing could be graded.</summary>
    public static string? Lowest(IEnumerable<string?> letters) => letters.OfType<string>().Select(Points).Order().Select(p => Letters[p].ToString()).FirstOrDefault();

    /// <summary>The mean, to the nearest letter, halves down: a service is not better than its mean.</summary>
    public static string? Mean(IEnumerable<string?> letters)
    {
        var points = letters.OfType<string>().Select(Points).ToList();
        return points.Count == 0 ? null : Letters[(int)Math.Ceiling(points.Average() - 0.5)].ToString();
    }
}
