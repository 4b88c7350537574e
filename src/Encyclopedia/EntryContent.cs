using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>All that one version of an entry says, in both languages. What may be published is decided by <see cref="EntryChecks"/>.</summary>
public sealed record EntryContent
{
    public required EntryType Type { get; init; }

    /// <summary>The language it was first written in: the other one is its translation.</summary>
    public Lang Original { get; init; } = Lang.French;

    /// <summary>1..6, without repetition.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    public IReadOnlyList<CriterionNote> Criteria { get; init; } = [];

    /// <summary>At least the original one.</summary>
    public required EntryTexts Texts { get; init; }

    public IReadOnlyList<Source> Sources { get; init; } = [];
    public IReadOnlyList<EntryTie> Links { get; init; } = [];
    public IReadOnlyList<ReliabilityNote> Reliability { get; init; } = [];

    /// <summary>Of a practice: what is to be done, in order.</summary>
    public IReadOnlyList<Step> Steps { get; init; } = [];

    /// <summary>Of a tool or an actor: its own address.</summary>
    public string? Website { get; init; }

    /// <summary>Of a tool.</summary>
    public Availability? Availability { get; init; }

    /// <summary>Where it was taken from, with the licence that goes with it; null for what was written here.</summary>
    public Origin? Origin { get; init; }

    [JsonIgnore]
    public Lang Translation => Original.Other();

    /// <summary>The text in this language; the original where there is no translation.</summary>
    public EntryText In(Lang language) => Texts[language] ?? Texts[Original]!;
}

public sealed record EntryTexts
{
    public EntryText? Fr { get; init; }
    public EntryText? En { get; init; }

    [JsonIgnore]
    public EntryText? this[Lang language] => language switch { Lang.French => Fr, Lang.English => En };

    public EntryTexts With(Lang language, EntryText? text) => language switch
    {
        Lang.French => this with { Fr = text },
        Lang.English => this with { En = text },
    };
}

public sealed record EntryText
{
    public required string Title { get; init; }

    /// <summary>Plain text, one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>Markdown by name of field of the template.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Other words for the title: they lead to a definition from any text.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];

    /// <summary>Of a translation: the version of the entry whose original text it renders. Null: since its first version.</summary>
    public int? Renders { get; init; }
}

/// <summary>A short text in one or both languages.</summary>
public sealed record Wording
{
    public string? Fr { get; init; }
    public string? En { get; init; }

    [JsonIgnore]
    public string? this[Lang language] => language.Say(Fr, En);

    /// <summary>The language of what <see cref="In"/> gives.</summary>
    public Lang Written(Lang language) => this[language] is null && this[language.Other()] is not null ? language.Other() : language;

    /// <summary>In this language, in the other where it lacks, else nothing.</summary>
    public string In(Lang language) => language.Say(Fr ?? En, En ?? Fr) ?? "";
}

public sealed record CriterionNote
{
    public required Criterion Criterion { get; init; }
    public Stand Stand { get; init; } = Stand.Yes;

    /// <summary>Why: "common sense" is no justification.</summary>
    public required Wording Why { get; init; }
}

public sealed record Source
{
    public required string Title { get; init; }

    /// <summary>http or https; null for what is only on paper.</summary>
    public string? Url { get; init; }

    public string? Publisher { get; init; }

    /// <summary>Year, month or day, as far as it is known: 2024, 2024-06 or 2024-06-05.</summary>
    public string? Published { get; init; }

    /// <summary>The day it was read.</summary>
    public DateOnly? ReadOn { get; init; }

    /// <summary>A copy kept elsewhere.</summary>
    public string? Archive { get; init; }
}

/// <param name="To">Key of the other entry.</param>
public sealed record EntryTie(string To, Relation Relation = Relation.See);

/// <summary>What somebody found when they tried it.</summary>
public sealed record ReliabilityNote
{
    public required DateOnly On { get; init; }
    public required string By { get; init; }
    public required Grade Grade { get; init; }
    public required Wording Method { get; init; }
    public required Wording Limits { get; init; }
    public required Wording Results { get; init; }
    public string? Url { get; init; }
}

/// <summary>One act of a practice.</summary>
public sealed record Step
{
    /// <summary>Short, stable, unlike the others of the practice: <c>capture</c>.</summary>
    public required string Id { get; init; }

    public required Wording Act { get; init; }

    /// <summary>What is there when it is done.</summary>
    public required Wording Expected { get; init; }

    public required ProcessRole Role { get; init; }

    /// <summary>Hours after the practice was started; null where nothing presses.</summary>
    public int? DueHours { get; init; }

    /// <summary>Nothing after it begins before it is done.</summary>
    public bool Blocking { get; init; }

    /// <summary>Keys of tools.</summary>
    public IReadOnlyList<string> Tools { get; init; } = [];
}

public sealed record Availability
{
    public required ToolState State { get; init; }
    public required DateOnly CheckedOn { get; init; }

    /// <summary>Address that opens the tool on an observable, which takes the place of <c>{value}</c>.</summary>
    public string? Launch { get; init; }
}

public sealed record Origin
{
    public required string Name { get; init; }
    public required string Licence { get; init; }
    public string? Url { get; init; }

    /// <summary>Its identifier there, such as <c>T0002</c>.</summary>
    public string? Id { get; init; }
}
