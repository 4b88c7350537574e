using System.Text.Json;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.History;

/// <summary>What withholding a version takes with it: the versions, proposals, remarks and passages of the entry that repeat it. The caller saves.</summary>
sealed class Removal
{
    public required Entry Entry { get; init; }
    public required EntryVersion Version { get; init; }

    /// <summary>That had to go; empty where the whole version has.</summary>
    public required string Words { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>Of whoever does it.</summary>
    public required Lang Language { get; init; }

    public async Task Withhold(string reason, bool erase, bool proposals, EncyclopediaDb db, CancellationToken ct)
    {
        var versions = await Repeating(db, ct);
        var withheld = versions.ConvertAll(v => Withholding.Withhold(v, By, reason, erase: false, Now));
        db.AddRange(withheld);
        await HideRemarks(db, ct);
        if (erase)
        {
            await Erase(withheld, proposals, db, ct);
        }
        else if (proposals)
        {
            await BlankProposals(versions, db, ct);
        }

        if (versions.Exists(v => v.Number == Entry.Version) && Entry.HiddenAt is null)
        {
            await Replace([.. versions.Select(v => v.Number)], db, ct);
        }
    }

    /// <summary>Of a hidden entry, it is published again.</summary>
    public async Task GiveBack(VersionWithheld withheld, EncyclopediaDb db, CancellationToken ct)
    {
        if (Withholding.GiveBack(Version, withheld))
        {
            db.Remove(withheld);
            if (Entry.HiddenAt is not null)
            {
                await Publish(Version, db, ct);
            }
        }
    }

    /// <summary>The words leave the database: those kept, the passages and remarks that repeat them and, if so asked, the proposals.</summary>
    public async Task Erase(IReadOnlyList<VersionWithheld> withheld, bool proposals, EncyclopediaDb db, CancellationToken ct)
    {
        var numbers = withheld.Select(w => w.Number).ToList();
        foreach (var held in withheld)
        {
            held.Kept = null;
        }

        foreach (var discussion in await db.Discussions.Include(d => d.Remarks).Where(d => d.EntryId == Entry.Id).ToListAsync(ct))
        {
            // What quotes a version that is gone quotes nothing.
            discussion.Passage = discussion.Passage is { } passage && (numbers.Contains(discussion.Version) || Says(passage)) ? Blank.Words : discussion.Passage;
            foreach (var remark in discussion.Remarks.Where(r => Says(r.Text)))
            {
                remark.Text = Blank.Words;
            }
        }

        if (proposals)
        {
            await BlankProposals(await db.Versions.Where(v => v.EntryId == Entry.Id && numbers.Contains(v.Number)).ToListAsync(ct), db, ct);
        }
    }

    async Task<List<EntryVersion>> Repeating(EncyclopediaDb db, CancellationToken ct)
    {
        var numbers = new List<int> { Version.Number };
        if (Words.Length > 0)
        {
            await foreach (var said in db.Versions.Shown(db).AsNoTracking().Where(v => v.EntryId == Entry.Id).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (Holds(said.Content) || Says(said.Comment) || Says(said.AuthorName))
                {
                    numbers.Add(said.Number);
                }
            }
        }

        return await db.Versions.Where(v => v.EntryId == Entry.Id && numbers.Contains(v.Number)).OrderBy(v => v.Number).ToListAsync(ct);
    }

    async Task Replace(List<int> gone, EncyclopediaDb db, CancellationToken ct)
    {
        if (await db.Versions.Shown(db).Where(v => v.EntryId == Entry.Id && !gone.Contains(v.Number)).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct) is { } last)
        {
            await Publish(last, db, ct);
        }
        else
        {
            await Publishing.Hide(Entry, db, Now, ct);
        }
    }

    Task Publish(EntryVersion again, EncyclopediaDb db, CancellationToken ct) =>
        Publishing.Renew(Entry, EntryJson.Read(again.Content), new() { AuthorId = By, Comment = Language.Say($"Retour à la version {again.Number}", $"Back to version {again.Number}") }, db, Now, ct);

    // Without words: the proposal it came from, and those that were made from it.
    async Task BlankProposals(IReadOnlyList<EntryVersion> versions, EncyclopediaDb db, CancellationToken ct)
    {
        var (numbers, origins) = (versions.Select(v => v.Number).ToHashSet(), versions.Select(v => v.ProposalId).OfType<Guid>().ToHashSet());
        foreach (var proposal in await db.Proposals.Include(p => p.Decision).Where(p => p.EntryId == Entry.Id || p.Key == Entry.Key).ToListAsync(ct))
        {
            var repeats = Words.Length > 0 ? Holds(proposal.Content) || Says(proposal.Comment) || Says(proposal.AuthorName) || Says(proposal.Decision?.Reason)
                : proposal.EntryId == Entry.Id && numbers.Contains(proposal.BaseVersion);
            if (!repeats && !origins.Contains(proposal.Id))
            {
                continue;
            }

            Blank.Out(proposal);
            if (proposal.Decision is null)
            {
                db.Add(new ProposalDecision
                {
                    ProposalId = proposal.Id, Verdict = ProposalVerdict.Refused, By = By, At = Now,
                    Reason = proposal.Language.Say("Elle reprenait un texte retiré de la lecture : son contenu est effacé.", "It repeated a text that was withheld: its content is erased."),
                });
            }
        }
    }

    async Task HideRemarks(EncyclopediaDb db, CancellationToken ct)
    {
        if (Words.Length == 0)
        {
            return;
        }

        foreach (var remark in (await db.Discussions.Include(d => d.Remarks).Where(d => d.EntryId == Entry.Id).ToListAsync(ct)).SelectMany(d => d.Remarks).Where(r => Says(r.Text)))
        {
            (remark.HiddenAt, remark.HiddenBy) = (remark.HiddenAt ?? Now, remark.HiddenBy ?? By);
        }
    }

    // With the marks of the text and without, each run of blanks being one: a name in bold, over two lines or held by a no-break space is the same name.
    bool Says(string? text) => Words.Length > 0 && text is not null && (Flat(text).Contains(Flat(Words), StringComparison.OrdinalIgnoreCase) || Flat(PlainText.Of(text)).Contains(Flat(Words), StringComparison.OrdinalIgnoreCase));

    static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Each text of a content by itself.
    bool Holds(string json)
    {
        if (Words.Length == 0)
        {
            return false;
        }

        using var content = JsonDocument.Parse(json);
        return Texts(content.RootElement).Any(Says);
    }

    static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        _ => [],
    };
}
