using System.Text.Json;
using Beffroi.Encyclopedia.Differences;
using Beffroi.Encyclopedia.Hints;
using Beffroi.Encyclopedia.Merging;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Deciding;

/// <summary>A proposal beside what is published now: what it changes, what conflicts with what others changed meanwhile.</summary>
public sealed record ReviewedProposal
{
    public required Proposal Proposal { get; init; }

    /// <summary>Null for a new entry.</summary>
    public required Entry? Entry { get; init; }

    public required EntryContent Proposed { get; init; }

    /// <summary>What is published now; null for a new entry, and for a hidden one.</summary>
    public required EntryContent? Current { get; init; }

    /// <summary>Null for a new entry, and where nothing was published since the proposal was begun.</summary>
    public required EntryMerge? Merge { get; init; }

    /// <summary>The reviewer's own texts, by the key of their place, were left out: no entry can hold them.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>The proposal brought to what is published now.</summary>
    public EntryContent Merged => Merge?.Content ?? Proposed;

    public EntryDiff? Diff => Current is null ? null : EntryDiff.Of(Current, Merged);

    public IReadOnlyList<Hint> Hints => EditorialHints.Of(Merged, Current, ("comment", Proposal.Comment), ("authorName", Proposal.AuthorName ?? ""));

    public IReadOnlyList<Hint> People => [.. Hints.Where(h => h.Kind == HintKind.Person)];

    public static async Task<ReviewedProposal> Of(Proposal proposal, IReadOnlyDictionary<string, Settlement> settled, EncyclopediaDb db, CancellationToken ct)
    {
        var proposed = EntryJson.Read(proposal.Content);
        // Of a hidden entry nothing is published: what is accepted opens it again.
        var entry = proposal.EntryId is { } id ? await db.Entries.IgnoreQueryFilters().SingleAsync(e => e.Id == id, ct) : null;
        var current = entry is null ? null : await db.ContentOf(entry.Id, entry.Version, ct);
        var start = entry is null || entry.Version == proposal.BaseVersion || current is null ? null : await db.ContentNear(entry.Id, proposal.BaseVersion, ct);
        var reviewed = new ReviewedProposal { Proposal = proposal, Entry = entry, Proposed = proposed, Current = current, Merge = null };
        if (start is null)
        {
            return reviewed;
        }

        try
        {
            return reviewed with { Merge = EntryMerge.Of(start, current!, proposed, settled) };
        }
        catch (JsonException)
        {
            var chosen = settled.Where(s => s.Value.Side != Side.Own).ToDictionary(StringComparer.Ordinal);
            return reviewed with { Merge = EntryMerge.Of(start, current!, proposed, chosen), LeftOut = [.. settled.Keys.Except(chosen.Keys, StringComparer.Ordinal)] };
        }
    }

    /// <summary>What would be published: the chosen changes, and the number of the version that a translation renders.</summary>
    /// <exception cref="JsonException">The chosen changes do not make an entry without the others.</exception>
    public EntryContent Chosen(Func<EntryPlace, bool> chosen)
    {
        var content = Diff?.Apply(chosen) ?? Merged;
        var renders = content.Texts[content.Translation]?.Renders;
        // The author said that it renders the original as proposed: true if that is what is published.
        if (renders is null || renders <= Proposal.BaseVersion || content.Texts[content.Translation] is not { } translation)
        {
            return content;
        }

        var same = Pieces.Of(content).Find(Pieces.Texts, content.Original.Code())!.Fields.All(f => string.Equals(Pieces.Of(Proposed).Find(Pieces.Texts, content.Original.Code())?.Fields.GetValueOrDefault(f.Key), f.Value, StringComparison.Ordinal));
        return content with { Texts = content.Texts.With(content.Translation, translation with { Renders = same ? (Entry?.Version ?? 0) + 1 : Math.Max(1, Proposal.BaseVersion) }) };
    }
}
