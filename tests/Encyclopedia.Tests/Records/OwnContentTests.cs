using Beffroi.Encyclopedia.Checking;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>The entries that the program brings are as good as what is asked of anybody, and better: both languages, no link to nowhere.</summary>
public sealed class OwnContentTests
{
    public static TheoryData<string> EachKey => [.. OwnContent.Keys];

    [Theory(SkipTestWithoutData = true), MemberData(nameof(EachKey))]
    public void An_entry_of_the_program_can_be_published(string key)
    {
        var file = OwnContent.Read(key);
        Assert.Equal(key, file.Key);
        Assert.True(EntryChecks.IsKey(key));
        None(Said(EntryChecks.Of(file.Content, Lang.French, key)));
        Assert.Null(file.Content.Origin);
    }

    [Theory(SkipTestWithoutData = true), MemberData(nameof(EachKey))]
    public void It_says_everything_in_both_languages(string key)
    {
        var content = OwnContent.Read(key).Content;
        // Seen from the other language, nothing is missing either.
        None(Said(EntryChecks.Of(content with { Original = content.Translation }, Lang.French, key)));
        Assert.NotNull(content.Texts[content.Translation]);
        Assert.Equal(content.Texts.Fr!.Fields.Keys.Order(StringComparer.Ordinal), content.Texts.En!.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Theory(SkipTestWithoutData = true), MemberData(nameof(EachKey))]
    public void Its_French_is_typeset(string key)
    {
        var text = OwnContent.Read(key).Content.Texts.Fr!;
        var wrong = text.Fields.Append(new("title", text.Title)).Append(new("summary", text.Summary))
            .SelectMany(f => FrenchTypography.Faults(f.Value).Select(fault => $"{f.Key}: {fault}"));
        None(wrong);
    }

    [Fact]
    public void They_lead_only_to_each_other()
    {
        var files = OwnContent.All();
        var known = files.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        var tools = files.Where(f => f.Content.Type is EntryType.Tool).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);

        var nowhere =
            from file in files
            from named in file.Content.Links.Select(l => ("links", l.To))
                .Concat(InternalLinks.In(file.Content).Select(k => ("texts", k)))
                .Where(n => !known.Contains(n.Item2))
                .Concat(file.Content.Steps.SelectMany(s => s.Tools).Where(t => !tools.Contains(t)).Select(t => ("steps.tools", t)))
            select $"{file.Key} → {named.Item2} ({named.Item1})";

        None(nowhere);
    }

    [Fact]
    public void There_are_sixty_entries_or_more_and_each_phase_has_its_cases_practices_tools_and_actors()
    {
        var files = OwnContent.All();
        Assert.True(files.Count >= 60, $"{files.Count} entries");
        None(
            from phase in Enum.GetValues<Phase>()
            from type in new[] { EntryType.Case, EntryType.Practice, EntryType.Tool, EntryType.Actor }
            where !files.Any(f => f.Content.Type == type && f.Content.Phases.Contains(phase))
            select $"{phase} × {type}");
    }

    [Fact]
    public void No_word_leads_to_two_definitions()
    {
        var twice =
            from file in OwnContent.All().Where(f => f.Content.Type is EntryType.Definition)
            from language in Langs.All
            let text = file.Content.In(language)
            from word in text.Synonyms.Append(text.Title).Select(w => w.ToUpperInvariant()).Distinct(StringComparer.Ordinal)
            group file.Key by (language, word) into same
            where same.Count() > 1
            select $"{same.Key.word} ({same.Key.language.Code()}): {string.Join(", ", same)}";

        None(twice);
    }

    static IEnumerable<string> Said(Errors errors) => errors.All.Select(e => $"{e.Field}: {e.Message}");

    // Told whole: the runner cuts long texts.
    static void None(IEnumerable<string> faults)
    {
        var told = string.Join('\n', faults);
        Assert.True(told.Length == 0, told);
    }
}
