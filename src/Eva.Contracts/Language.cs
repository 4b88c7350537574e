using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>A language in which instructions can be read: one file of <c>Languages/</c>. Items are French whatever the language.</summary>
public sealed class Language
{
    private const string Folder = "languages/";

    private static readonly Lazy<IReadOnlyList<Language>> Every = new(ReadAll);

    private readonly Dictionary<string, string> _words;

    private Language(LanguageFile file) => (Code, Name, FrenchName, Direction, Voice, _words) = (file.Code, file.Name, file.FrenchName, file.Direction, file.Voice, file.Words);

    /// <summary>Every language there is, French first, then by code.</summary>
    public static IReadOnlyList<Language> All => Every.Value;

    /// <summary>The source: every other language says the same.</summary>
    public static Language French => All[0];

    /// <summary>BCP 47 language, the <c>lang</c> of its texts: <c>uk</c>.</summary>
    public string Code { get; }

    /// <summary>As its own speakers write it.</summary>
    public string Name { get; }

    /// <summary>As a French adviser reads it, without article: « ukrainien ».</summary>
    public string FrenchName { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction { get; }

    /// <summary>BCP 47 tag of the voice to look for first: <c>uk-UA</c>.</summary>
    public string Voice { get; }

    public IReadOnlyCollection<string> Keys => _words.Keys;

    public static Language? Find(string? code) => All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.Ordinal));

    /// <summary>What stands under this key in this language; null when nothing does.</summary>
    public string? Words(string key) => _words.GetValueOrDefault(key);

    /// <summary>What stands under a key, in French where this language has not got it yet; a text that is no key stands for itself.</summary>
    public Wording Say(string keyOrText) =>
        Words(keyOrText) is { } words ? new(words, this) : new(French.Words(keyOrText) ?? keyOrText, French);

    private static List<Language> ReadAll()
    {
        var assembly = typeof(Language).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => Read(assembly, name))
                .OrderBy(language => string.Equals(language.Code, "fr", StringComparison.Ordinal) ? "" : language.Code, StringComparer.Ordinal),
        ];
    }

    private static Language Read(Assembly assembly, string name)
    {
        using var file = assembly.GetManifestResourceStream(name)!;
        return new(JsonSerializer.Deserialize(file, LanguageJson.Default.LanguageFile) ?? throw new InvalidOperationException($"{name} is empty: a language has a code, names, a direction, a voice and words."));
    }
}

/// <summary>Words, with the language they are really in.</summary>
public readonly record struct Wording(string Text, Language Language);

/// <summary>As it is written in a file.</summary>
internal sealed record LanguageFile
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string FrenchName { get; init; }
    public required string Direction { get; init; }
    public required string Voice { get; init; }
    public required Dictionary<string, string> Words { get; init; }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LanguageFile))]
internal sealed partial class LanguageJson : JsonSerializerContext;
