using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Queue;

/// <summary>What waits to be read, the oldest first; who does not review sees their own proposals.</summary>
public static class ListProposals
{
    const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Proposals(l), Show).For();
        }
    }

    static async Task<IResult> Show(int? page, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        var (user, l, number) = (visitor.SignedIn, Langs.Of(request), Math.Clamp(page ?? 1, 1, 10_000));
        var visible = db.Proposals.VisibleTo(user, db);
        var waiting = await visible.CountAsync(p => p.Decision == null, ct);
        var rows = await Lines(visible.Where(p => p.Decision == null).OrderBy(p => p.At).Skip((number - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        var decided = await Lines(visible.Where(p => p.Decision != null).OrderByDescending(p => p.Decision!.At).Take(PageSize)).ToListAsync(ct);
        var all = rows.Concat(decided).ToList();
        var names = await Signatures.For(user, all.Select(r => r.AuthorId), people, l, ct);
        var entries = all.Select(r => r.EntryId).OfType<Guid>().Distinct().ToList();
        var heads = await db.Entries.AsNoTracking().Where(e => entries.Contains(e.Id)).Heads(l).ToDictionaryAsync(h => h.Id, ct);
        return Html.View<ListProposalsPage, ListProposalsModel>(new()
        {
            L = l, Reviewer = await Reviewing.May(user, db, ct), Page = number, Pages = (waiting + PageSize - 1) / PageSize, Waiting = waiting,
            Rows = [.. rows.Select(r => Row(r, heads, names, l))],
            Decided = [.. decided.Select(r => Row(r, heads, names, l))],
        });
    }

    static IQueryable<Line> Lines(IQueryable<Proposal> proposals) => proposals.Select(p => new Line
    {
        Id = p.Id, Key = p.Key, EntryId = p.EntryId, At = p.At, AuthorId = p.AuthorId, AuthorName = p.AuthorName, Comment = p.Comment, New = p.EntryId == null ? p.Content : null, Verdict = p.Decision == null ? null : p.Decision.Verdict,
    });

    static ProposalRow Row(Line line, Dictionary<Guid, EntryHead> heads, Signatures names, Lang l)
    {
        var (title, language) = Title(line, heads, l);
        return new() { Id = line.Id, Title = title, Language = language, New = line.New is not null, At = line.At, By = names.Of(line.AuthorId, line.AuthorName), Comment = line.Comment, Verdict = line.Verdict };
    }

    /// <summary>The words an entry is known by, in the reader's language where it has them.</summary>
    static (string Words, Lang Language) Title(Line line, Dictionary<Guid, EntryHead> heads, Lang l)
    {
        if (line.EntryId is { } id)
        {
            return heads.TryGetValue(id, out var head) ? (head.Title, head.Language) : (line.Key, l);
        }

        var content = EntryJson.Read(line.New!);
        // What was refused a year ago is known by its day only.
        return line.Comment.Length == 0 ? (l.Say("Texte effacé", "Erased text"), l) : (content.In(l).Title, content.Texts[l] is null ? content.Original : l);
    }

    sealed record Line
    {
        public required Guid Id { get; init; }
        public required string Key { get; init; }
        public required Guid? EntryId { get; init; }
        public required DateTimeOffset At { get; init; }
        public required Guid? AuthorId { get; init; }
        public required string? AuthorName { get; init; }
        public required string Comment { get; init; }

        /// <summary>Of a new entry: what it says.</summary>
        public required string? New { get; init; }

        public required ProposalVerdict? Verdict { get; init; }
    }
}

public sealed record ProposalRow
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }

    /// <summary>Of the title.</summary>
    public required Lang Language { get; init; }

    public required bool New { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required string Comment { get; init; }
    public required ProposalVerdict? Verdict { get; init; }
}

public sealed record ListProposalsModel
{
    public required Lang L { get; init; }
    public required bool Reviewer { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required int Waiting { get; init; }
    public required IReadOnlyList<ProposalRow> Rows { get; init; }
    public required IReadOnlyList<ProposalRow> Decided { get; init; }
}
