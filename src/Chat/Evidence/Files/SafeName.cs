using System.Globalization;
using System.Text;

namespace Beffroi.Chat.Evidence.Files;

/// <summary>A file's name that is only a name, on every system: no path, no hidden sign, the extension of what it holds.</summary>
public static class SafeName
{
    /// <summary>Bytes of UTF-8, extension included: file systems stop at 255, archives and letters add their own.</summary>
    public const int MaximumBytes = 120;

    public static string Of(string? given, FileKind kind)
    {
        // Composed first, for some letters are composed into signs that are refused; then again, for what stood between two is gone.
        var last = string.Concat((given ?? "").EnumerateRunes()).Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var kept = string.Concat(last.EnumerateRunes().Select(rune => Keeps(rune) ? rune.ToString() : Rune.IsWhiteSpace(rune) ? " " : "")).Normalize(NormalizationForm.FormC);
        var name = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ', '-', '~');
        var extension = ExtensionOf(name);
        var fits = kind.Extensions().Contains(extension, StringComparer.Ordinal);
        var stem = (fits ? name[..^(extension.Length + 1)] : name).TrimEnd('.', ' ');
        // Another extension before ours would be the one that some systems show.
        stem = fits || extension.Length == 0 ? stem : stem[..^(extension.Length + 1)] + "-" + extension;
        if (stem.Length == 0 || Reserved.Contains(stem.Split('.')[0].TrimEnd()))
        {
            stem = ("fichier-" + stem).TrimEnd('-');
        }

        var end = "." + (fits ? extension : kind.Extensions()[0]);
        return Cut(stem, MaximumBytes - end.Length) + end;
    }

    /// <summary>Lower case, without its dot; empty when there is none.</summary>
    public static string ExtensionOf(string? name)
    {
        var dot = name?.LastIndexOf('.') ?? -1;
        return dot < 1 || name!.Length - dot > 11 || name.AsSpan(dot + 1).ContainsAny(" /\\") ? "" : name[(dot + 1)..].ToLowerInvariant();
    }

    // Signs that order the reading (U+202E turns « gpj.exe » round), that are not seen, that a shell, Windows or HTML reads otherwise.
    static bool Keeps(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        _ => !"<>:\"|?*`$&;%!{}[]^#=+".Contains(rune.ToString(), StringComparison.Ordinal),
    };

    static string Cut(string stem, int bytes)
    {
        var cut = new StringBuilder();
        foreach (var rune in stem.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.ToString().TrimEnd('.', ' ');
    }

    // Names that Windows keeps for devices, whatever their extension.
    static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })], StringComparer.OrdinalIgnoreCase);
}
