using Beffroi.Detection;

namespace Beffroi.Bots;

/// <summary>How terms of a watch, and what is compared with them, are written: one way for all that people write alike.</summary>
public static class TermKey
{
    /// <summary>Null where this is no such term.</summary>
    public static string? Of(TermKind kind, string? value) => kind switch
    {
        TermKind.Account => NotEmpty((value ?? "").Trim().TrimStart('@').ToLowerInvariant()),
        TermKind.Hashtag => NotEmpty((value ?? "").Trim().TrimStart('#').Normalize(System.Text.NormalizationForm.FormC).ToLowerInvariant()),
        TermKind.Words => NotEmpty(NormalText.Of(value ?? "")),
        TermKind.Link => CanonicalUrl.Of(value),
    };

    static string? NotEmpty(string text) => text.Length == 0 ? null : text;
}
