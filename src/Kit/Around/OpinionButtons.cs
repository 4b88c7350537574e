using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Beffroi.Kit;

/// <summary>The buttons « Je donne mon avis » that the operator declared for its services, from configuration (<c>Site:Opinions:eva:ProductId</c>): without one, the site asks by itself.</summary>
public sealed partial record OpinionButtons
{
    /// <summary>Host of « Je donne mon avis »: only ever a link that a person opens; nothing of it is fetched.</summary>
    const string Host = "https://jedonnemonavis.numerique.gouv.fr";

    /// <summary>By the word of the service (<see cref="SiteParts.Word"/>).</summary>
    public IReadOnlyDictionary<string, OpinionButton> ByPart { get; init; } = new Dictionary<string, OpinionButton>(StringComparer.Ordinal);

    /// <summary>Where opinions on this service are given; null: on this site.</summary>
    public string? Href(SitePart part) => ByPart.TryGetValue(part.Word(), out var button) ? $"{Host}/Demarches/{button.ProductId}?button={button.ButtonId}" : null;

    /// <summary>Refuses at start what would be a dead link.</summary>
    public static OpinionButtons Checked(IReadOnlyDictionary<string, OpinionButton>? settings)
    {
        var known = settings ?? new Dictionary<string, OpinionButton>(StringComparer.Ordinal);
        foreach (var (word, button) in known)
        {
            if (SiteParts.Read(word) is null)
            {
                throw new InvalidOperationException($"Site:Opinions:{word} is no service; there are: {string.Join(", ", SiteParts.All.Select(p => p.Word()))}.");
            }

            if (!IsId(button.ProductId) || !IsId(button.ButtonId))
            {
                throw new InvalidOperationException($"Site:Opinions:{word} needs the ProductId and the ButtonId that « Je donne mon avis » gave, letters and digits only.");
            }
        }

        return new() { ByPart = known };
    }

    static bool IsId([NotNullWhen(true)] string? text) => text is not null && Id().IsMatch(text);

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}

public sealed record OpinionButton
{
    public string? ProductId { get; init; }
    public string? ButtonId { get; init; }
}
