using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>What may not be published is refused, at its place, in the reader's language.</summary>
public sealed class EntryChecksTests
{
    public static TheoryData<EntryType> EachType => [.. Enum.GetValues<EntryType>()];

    [Theory, MemberData(nameof(EachType))]
    public void A_whole_entry_has_nothing_wrong(EntryType type) => Assert.Empty(EntryChecks.Of(Sample.Of(type), Lang.French, "une-fiche").All);

    [Theory, MemberData(nameof(EachType))]
    public void Each_mandatory_field_is_asked_for_in_each_language(EntryType type)
    {
        foreach (var (field, language) in Template.Of(type).SelectMany(f => Langs.All.Select(l => (f, l))))
        {
            var content = Sample.Of(type);
            var text = content.Texts[language]!;
            var without = content with { Texts = content.Texts.With(language, text with { Fields = text.Fields.Where(f => f.Key != field.Name).ToDictionary(StringComparer.Ordinal) }) };
            string[] expected = field.Required ? [$"texts.{language.Code()}.fields.{field.Name}"] : [];
            Assert.Equal(expected, Places(without));
            if (field.Required)
            {
                Assert.Contains(field.French, EntryChecks.Of(without, Lang.French).All[0].Message, StringComparison.Ordinal);
                Assert.Contains(field.English, EntryChecks.Of(without, Lang.English).All[0].Message, StringComparison.Ordinal);
                Assert.Empty(Places(without with { Origin = Taken }));
            }
        }
    }

    [Fact]
    public void An_entry_in_one_language_is_enough() =>
        Assert.Empty(Places(Sample.Of(EntryType.Rule) is var c ? c with { Texts = c.Texts with { En = null } } : null!));

    [Fact]
    public void A_case_answers_the_five_criteria_each_with_its_reason()
    {
        var given = Sample.Of(EntryType.Case);
        for (var i = 0; i < given.Criteria.Count; i++)
        {
            Assert.Equal(["criteria"], Places(given with { Criteria = [.. given.Criteria.Where((_, at) => at != i)] }));
            Assert.Equal([$"criteria.{i}.why.fr"], Places(given with { Criteria = [.. given.Criteria.Select((c, at) => at == i ? c with { Why = new() { Fr = " ", En = "Because" } } : c)] }));
        }

        Assert.Empty(Places(Sample.Of(EntryType.Tool) with { Criteria = [] }));
    }

    static readonly Origin Taken = new() { Name = "Ailleurs", Licence = "CC-BY-4.0" };

    public static TheoryData<string, Func<EntryContent, EntryContent>> Broken => new()
    {
        { "phases", c => c with { Phases = [] } },
        { "phases", c => c with { Phases = [Phase.Detection, Phase.Detection] } },
        { "phases", c => c with { Phases = [(Phase)9] } },
        { "type", c => c with { Type = (EntryType)9 } },
        { "texts.fr", c => c with { Texts = c.Texts with { Fr = null } } },
        { "texts.fr.title", c => French(c, t => t with { Title = " " }) },
        { "texts.fr.title", c => French(c, t => t with { Title = "Deux\nlignes" }) },
        { "texts.fr.title", c => French(c, t => t with { Title = new string('x', 201) }) },
        { "texts.fr.summary", c => French(c, t => t with { Summary = "" }) },
        { "texts.fr.summary", c => French(c, t => t with { Summary = "Moitié de paire \uD83D" }) },
        { "texts.fr.summary", c => French(c, t => t with { Summary = "Retourné \u202E" }) },
        { "texts.fr.fields.what", c => French(c, t => t with { Fields = With(t, "what", "nul \0") }) },
        { "texts.fr.fields.what", c => French(c, t => t with { Fields = With(t, "what", new string('x', 50_001)) }) },
        { "texts.fr.fields.penalty", c => French(c, t => t with { Fields = With(t, "penalty", "aucune") }) },
        { "texts.fr.synonyms", c => French(c, t => t with { Synonyms = ["a", "a"] }) },
        { "texts.fr.renders", c => French(c, t => t with { Renders = 1 }) },
        { "criteria", c => c with { Criteria = [c.Criteria[0], c.Criteria[0]] } },
        { "sources", c => c with { Sources = [] } },
        { "sources", c => c with { Sources = [.. Enumerable.Repeat(c.Sources[0], 101)] } },
        { "sources.0.title", c => c with { Sources = [c.Sources[0] with { Title = "" }] } },
        { "sources.0.url", c => c with { Sources = [c.Sources[0] with { Url = "javascript:alert(1)" }] } },
        { "sources.0.url", c => c with { Sources = [c.Sources[0] with { Url = "ftp://example.org/" }] } },
        { "sources.0.url", c => c with { Sources = [c.Sources[0] with { Url = "https://someone:secret@example.org/" }] } },
        { "sources.0.url", c => c with { Sources = [c.Sources[0] with { Url = "https://example.org/" + new string('é', 500) }] } },
        { "sources.0.archive", c => c with { Sources = [c.Sources[0] with { Archive = "/ici" }] } },
        { "sources.0.published", c => c with { Sources = [c.Sources[0] with { Published = "juin 2024" }] } },
        { "sources.0.published", c => c with { Sources = [c.Sources[0] with { Published = "2023-02-29" }] } },
        { "reliability.0.method.fr", c => c with { Reliability = [c.Reliability[0] with { Method = new() }] } },
        { "reliability.0.by", c => c with { Reliability = [c.Reliability[0] with { By = "" }] } },
        { "links.0", c => c with { Links = [new("Pas Une Clé")] } },
        { "links.0", c => c with { Links = [new("une-fiche")] } },
        { "links", c => c with { Links = [new("autre"), new("autre")] } },
        { "website", c => c with { Website = "data:text/html,x" } },
        { "steps", c => c with { Steps = Sample.Of(EntryType.Practice).Steps } },
        { "availability.launch", c => Launch(c, "https://example.org/") },
        { "availability.launch", c => Launch(c, "https://{value}/") },
        { "availability.launch", c => Launch(c, "https://example.org{value}/q") },
        { "availability.launch", c => Launch(c, "https://example.org/{value}/{value}") },
        { "availability.launch", c => Launch(c, "{value}https://example.org/") },
        { "origin", c => c with { Origin = new() { Name = "", Licence = "" } } },
        { "origin", c => c with { Origin = Taken with { Url = "javascript:x" } } },
    };

    [Theory, MemberData(nameof(Broken))]
    public void What_is_wrong_is_told_at_its_place(string place, Func<EntryContent, EntryContent> broken) =>
        Assert.Equal([place], Places(broken(Sample.Of(EntryType.Tool))));

    public static TheoryData<string, Func<Step, Step>> BrokenSteps => new()
    {
        { "steps.1.id", s => s with { Id = "Pas un nom" } },
        { "steps", s => s with { Id = "relever" } },
        { "steps.1.act.fr", s => s with { Act = new() } },
        { "steps.1.expected.fr", s => s with { Expected = new() } },
        { "steps.1.role", s => s with { Role = (ProcessRole)12 } },
        { "steps.1.dueHours", s => s with { DueHours = -1 } },
        { "steps.1.tools.0", s => s with { Tools = ["../outil"] } },
    };

    [Theory, MemberData(nameof(BrokenSteps))]
    public void A_step_that_cannot_be_run_is_refused(string place, Func<Step, Step> broken)
    {
        var practice = Sample.Of(EntryType.Practice);
        Assert.Equal([place], Places(practice with { Steps = [practice.Steps[0], broken(practice.Steps[1])] }));
    }

    [Theory]
    [InlineData("une-fiche-2", true)]
    [InlineData("", false)]
    [InlineData("Une", false)]
    [InlineData("é", false)]
    [InlineData("a--b", false)]
    [InlineData("-a", false)]
    [InlineData("a\n", false)]
    [InlineData("a/b", false)]
    public void A_key_is_lower_case_letters_digits_and_hyphens(string key, bool good) => Assert.Equal(good, EntryChecks.IsKey(key));

    static IEnumerable<string> Places(EntryContent content) => EntryChecks.Of(content, Lang.French, "une-fiche").All.Select(e => e.Field);

    static EntryContent French(EntryContent content, Func<EntryText, EntryText> change) => content with { Texts = content.Texts with { Fr = change(content.Texts.Fr!) } };

    static EntryContent Launch(EntryContent content, string launch) => content with { Availability = content.Availability! with { Launch = launch } };

    static Dictionary<string, string> With(EntryText text, string field, string value) => new(text.Fields, StringComparer.Ordinal) { [field] = value };
}
