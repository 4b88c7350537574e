using Beffroi.Encyclopedia.OwnFormat;

namespace Beffroi.Encyclopedia.Importing;

/// <summary>An entry as a file brings it.</summary>
/// <param name="Versions">From the first; one without a day is a state: how the entry should read now.</param>
public sealed record IncomingEntry(string Key, DateOnly ReviewedOn, IReadOnlyList<IncomingVersion> Versions)
{
    public bool IsState => Versions is [{ At: null }];

    public EntryContent Last => Versions[^1].Content;

    /// <summary>The file tells a part of what its publisher says of the entry: what it leaves out stays.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The same, with what it leaves out taken from what is here.</summary>
    internal IncomingEntry Over(EntryContent here) => !IsPartial ? this : this with
    {
        Versions =
        [
            .. Versions.Take(Versions.Count - 1),
            new(Last with
            {
                // In the order of here: the same file again then changes nothing.
                Links = [.. here.Links.Union(Last.Links)],
                Sources = Last.Sources.Count > 0 ? Last.Sources : here.Sources,
                Texts = new() { Fr = Last.Texts.Fr ?? here.Texts.Fr, En = Last.Texts.En ?? here.Texts.En },
                Origin = Last.Origin is { } origin ? origin with { Url = origin.Url ?? here.Origin?.Url } : here.Origin,
            }, Versions[^1].At, Versions[^1].AuthorName, Versions[^1].Comment),
        ],
    };

    /// <summary>How the entry should read now.</summary>
    public static IncomingEntry State(string key, DateOnly reviewedOn, EntryContent content, string authorName, string comment) =>
        new(key, reviewedOn, [new(content, At: null, authorName, comment)]);
}

/// <param name="At">When it was written; null: now.</param>
public sealed record IncomingVersion(EntryContent Content, DateTimeOffset? At, string? AuthorName, string Comment)
{
    /// <summary>The content as it is kept.</summary>
    public string Json { get; } = EntryJson.Write(Content);

    /// <summary>Nobody reads it any more, where the file comes from.</summary>
    public OwnWithheld? Withheld { get; init; }
}

/// <summary>A file that was read: its entries, or why there are none. The sentences are French: the terminal shows them.</summary>
public sealed record ReadFile(IReadOnlyList<IncomingEntry> Entries, IReadOnlyList<string> Faults)
{
    public static ReadFile Of(IReadOnlyList<IncomingEntry> entries) => new(entries, []);

    public static ReadFile Refused(params IReadOnlyList<string> faults) => new([], faults);
}

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    public int Added { get; init; }

    /// <summary>Entries that got one or more versions.</summary>
    public int Renewed { get; init; }

    /// <summary>Entries that were here already, as they are in the file or further.</summary>
    public int Unchanged { get; init; }

    /// <summary>Keys of entries that somebody changed here: they stay as they are.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Links written.</summary>
    public int Links { get; init; }

    /// <summary>Keys that links lead to and that no entry has.</summary>
    public IReadOnlyList<string> Nowhere { get; init; } = [];

    /// <summary>Why nothing was imported; empty when it was.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
