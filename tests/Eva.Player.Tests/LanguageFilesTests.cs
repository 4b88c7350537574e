using System.Text.Json;
using System.Text.RegularExpressions;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Tests;

/// <summary>The files themselves, and what the code asks of them.</summary>
public sealed partial class LanguageFilesTests
{
    private static readonly string Sources = Path.Combine(Root(), "src");

    // Read here without the code that reads them there.
    private static readonly Dictionary<string, JsonElement> Files = Directory.GetFiles(Path.Combine(Sources, "Eva.Contracts", "Languages"), "*.json")
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path)), StringComparer.Ordinal);

    public static TheoryData<string> Translated => [.. Files.Keys.Where(code => code != "fr")];

    [Fact]
    public void There_are_at_least_the_five_languages_asked_for_each_under_its_own_name_in_its_own_direction()
    {
        Assert.Equal(["fr", "ar", "en", "fa", "uk"], Language.All.Select(language => language.Code));
        Assert.Equal(["Français", "العربية", "English", "فارسی / دری", "Українська"], Language.All.Select(language => language.Name));
        Assert.Equal(["ar", "fa"], Language.All.Where(language => language.Direction == "rtl").Select(language => language.Code));
        Assert.Equal(Files.Keys.Order(StringComparer.Ordinal), Language.All.Select(language => language.Code).Order(StringComparer.Ordinal));
        Assert.All(Language.All, language => Assert.StartsWith(language.Code, language.Voice, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Translated))]
    public void A_language_has_every_key_of_the_French_no_other_and_in_the_same_order(string code) => Assert.Equal(Words("fr").Select(word => word.Name), Words(code).Select(word => word.Name));

    [Theory, MemberData(nameof(Translated))]
    public void A_translation_has_the_places_and_the_buttons_of_the_French(string code)
    {
        var french = Words("fr").ToDictionary(word => word.Name, word => word.Value.GetString()!, StringComparer.Ordinal);
        Assert.All(Words(code), word =>
        {
            var (theirs, ours) = (french[word.Name], word.Value.GetString()!);
            Assert.Equal(Places().Matches(theirs).Select(place => place.Value).Order(StringComparer.Ordinal), Places().Matches(ours).Select(place => place.Value).Order(StringComparer.Ordinal));
            // A button that the game shows is named in French, as it is written on it.
            Assert.All(Buttons().Matches(theirs).Select(button => button.Groups["name"].Value).Where(Shown), button => Assert.Contains(button, ours, StringComparison.Ordinal));
        });
    }

    [Theory, MemberData(nameof(Translated))]
    public void A_translation_is_another_text_in_the_letters_of_its_language(string code)
    {
        var letters = code switch { "uk" => @"\p{IsCyrillic}", "ar" or "fa" => @"\p{IsArabic}", _ => @"\p{IsBasicLatin}" };
        Assert.All(Words(code), word => Assert.Matches(new Regex(letters, RegexOptions.None, TimeSpan.FromSeconds(1)), word.Value.GetString()!));
        Assert.True(Words(code).Zip(Words("fr")).Count(pair => pair.First.Value.GetString() == pair.Second.Value.GetString()) <= 1);
    }

    [Fact]
    public void French_has_its_no_break_spaces() =>
        Assert.All(Words("fr"), word => Assert.DoesNotMatch(PlainSpace(), word.Value.GetString()!));

    [Fact]
    public void Every_key_that_the_code_names_is_there_and_every_key_there_is_named()
    {
        var sources = string.Join('\n', new[] { "Eva.Player", "Eva" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Sources, folder), "*.*", SearchOption.AllDirectories))
            .Where(path => Path.GetExtension(path) is ".cs" or ".razor").Select(File.ReadAllText));
        var keys = Words("fr").Select(word => word.Name).ToHashSet(StringComparer.Ordinal);
        var families = keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        var named = Named().Matches(sources).Select(name => name.Groups["key"].Value).Where(name => families.Contains(name.Split('.')[0])).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(named, name => !keys.Contains(name));

        // Named with a hole in them: a situation, an exercise, a pace, a number.
        var patterns = Holed().Matches(sources).Select(name => name.Groups["key"].Value).Where(name => families.Contains(name.Split('.')[0]))
            .Select(name => new Regex("^" + Hole().Replace(Regex.Escape(name).Replace("\\}", "}", StringComparison.Ordinal), "[^.]+") + "$", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Append(new Regex(@"^(porte\.\w+|consigne\.lecteur\.\w+|rythme\.\w+(\.detail)?)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))).ToList();
        Assert.DoesNotContain(keys, key => !named.Contains(key) && !patterns.Exists(pattern => pattern.IsMatch(key)));
    }

    private static IEnumerable<JsonProperty> Words(string code) => Files[code].GetProperty("words").EnumerateObject();

    // What the person is told to tick on the entry page stands there in both languages.
    private static bool Shown(string button) => button is not "Oui, je veux jouer" && !button.Contains('{', StringComparison.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BannedSymbols.txt")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests are run from outside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Places();

    [GeneratedRegex("«\u00a0(?<name>[^»]+)\u00a0»", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Buttons();

    [GeneratedRegex(" [:;!?»]|« ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainSpace();

    [GeneratedRegex("\"(?<key>[a-z]+(\\.[a-z0-9][A-Za-z0-9_]*)+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();

    [GeneratedRegex("\\$\"(?<key>[a-z]+\\.[^\"\\s]*\\{[^\"\\s]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Holed();

    [GeneratedRegex(@"\\?\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
