using Beffroi.Encyclopedia.Checking;
using Beffroi.Encyclopedia.Hints;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Discussing;

/// <summary>People talk about an entry, or about a passage of it; everybody reads, accepted people write.</summary>
public static class DiscussEntry
{
    public const int PageSize = 20;

    /// <summary>Of one person: more is no discussion.</summary>
    public const int RemarksPerHour = 30;

    public const int MostRemarks = 200;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Discussion(l, "{key}"), Show).ForEveryone().RequireRateLimiting(AskingLimit.Policy);
            app.MapPost(Addresses.Discussion(l, "{key}"), Begin).Does("encyclopedie.discuter").For();
            app.MapPost(Addresses.Discussion(l, "{key}") + "/{id:guid}", Answer).Does("encyclopedie.repondre").For();
            app.MapPost(Addresses.Discussion(l, "{key}") + "/{id:guid}/" + l.Say("cacher", "hide") + "/{remark:guid}", Hide).Does("encyclopedie.cacher").For();
        }
    }

    static async Task<IResult> Show(string key, string? passage, int? page, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct) =>
        await db.Last(key, ct) is { } last ? await View(last, new() { Passage = passage, Page = page }, new(), Langs.Of(request), db, visitor, people, ct) : TypedResults.NotFound();

    static async Task<IResult> Begin(string key, [FromForm] DiscussionForm? form, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        if (await db.Last(key, ct) is not { } last)
        {
            return TypedResults.NotFound();
        }

        var (l, errors) = (Langs.Of(request), new Errors());
        var passage = await Passage(form.Passage, last, l, errors, db, ct);
        if (Text(form, "Text", l, errors) is not { } text || errors.Any || !await InTime("Text", visitor.SignedIn, clock, db, l, errors, ct))
        {
            return await View(last, form, errors, l, db, visitor, people, ct);
        }

        var now = clock.GetUtcNow();
        var discussion = new Discussion { Id = Guid.CreateVersion7(now), EntryId = last.Entry.Id, Language = l, Passage = passage?.Words, Field = passage?.Anchor, Version = last.Number, At = now };
        db.Add(discussion);
        db.Add(Remark(discussion.Id, text, visitor, now));
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Discussion(l, key));
    }

    static async Task<IResult> Answer(string key, Guid id, [FromForm] DiscussionForm? form, HttpRequest request, EncyclopediaDb db, Visitor visitor, IStructures people, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, errors, user) = (Langs.Of(request), new Errors(), visitor.SignedIn);
        if (await db.Last(key, ct) is not { } last || await db.Discussions.Include(d => d.Remarks).SingleOrDefaultAsync(d => d.Id == id && d.EntryId == last.Entry.Id, ct) is not { } discussion)
        {
            return TypedResults.NotFound();
        }

        var now = clock.GetUtcNow();
        if (form.Act is "close" or "reopen")
        {
            // Who began it, and those who look after the entry.
            if (discussion.Remarks.OrderBy(r => r.At).First().AuthorId != user.Id && !await db.Entries.CaredForBy(user, db).AnyAsync(e => e.Id == last.Entry.Id, ct))
            {
                return TypedResults.NotFound();
            }

            (discussion.ResolvedAt, discussion.ResolvedBy) = form.Act is "close" ? (now, user.Id) : ((DateTimeOffset?)null, (Guid?)null);
        }
        else if (discussion.Remarks.Count >= MostRemarks)
        {
            errors.Add(DiscussionForm.AnswerTo(id), l.Say($"Cette discussion compte déjà {MostRemarks} remarques : ouvrez-en une autre", $"This discussion has {MostRemarks} remarks already: begin another one"));
            return await View(last, form with { In = id }, errors, l, db, visitor, people, ct);
        }
        else if (Text(form, DiscussionForm.AnswerTo(id), l, errors) is { } text && await InTime(DiscussionForm.AnswerTo(id), user, clock, db, l, errors, ct))
        {
            db.Add(Remark(discussion.Id, text, visitor, now));
        }
        else
        {
            return await View(last, form with { In = id }, errors, l, db, visitor, people, ct);
        }

        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Discussion(l, key));
    }

    static async Task<IResult> Hide(string key, Guid id, Guid remark, [FromForm] IFormCollection form, HttpRequest request, EncyclopediaDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        var user = visitor.SignedIn;
        var reviewer = await Reviewing.May(user, db, ct);
        if (await db.Remarks.SingleOrDefaultAsync(r => r.Id == remark && r.DiscussionId == id && (reviewer || r.AuthorId == user.Id), ct) is not { } said)
        {
            return TypedResults.NotFound();
        }

        (said.HiddenAt, said.HiddenBy) = (said.HiddenAt ?? clock.GetUtcNow(), said.HiddenBy ?? user.Id);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Discussion(Langs.Of(request), key));
    }

    static Remark Remark(Guid discussion, string text, Visitor visitor, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), DiscussionId = discussion, At = now, AuthorId = visitor.SignedIn.Id, Text = text };

    static string? Text(DiscussionForm form, string at, Lang l, Errors errors)
    {
        var text = (form.Text ?? "").ReplaceLineEndings("\n").Trim();
        if (text.Length is 0 or > Encyclopedia.Remark.TextMaxLength)
        {
            errors.Add(at, l.Say($"Écrivez un texte, de {Encyclopedia.Remark.TextMaxLength} caractères au plus", $"Write a text, of {Encyclopedia.Remark.TextMaxLength} characters at most"));
        }
        else if (!EntryFaults.IsClean(text))
        {
            errors.Add(at, EntryFaults.Unclean(l));
        }
        else if (string.IsNullOrEmpty(form.Public) && Named(text) is { Count: > 0 } named)
        {
            // Nobody reads a remark before it is public: its author is asked.
            var names = string.Join(l.Say(" », « ", "”, “"), named);
            errors.Add(at, l.Say($"« {names} » ressemble à une personne ou à ses coordonnées. Retirez ces mots, ou cochez la case et envoyez de nouveau", $"“{names}” looks like a person or a way to reach one. Take these words away, or tick the box and send again"));
        }
        else
        {
            return text;
        }

        return null;
    }

    internal static IReadOnlyList<string> Named(string? text) => [.. EditorialHints.People("", text ?? "").Select(h => h.Words).Take(5)];

    static async Task<bool> InTime(string at, CurrentUser user, TimeProvider clock, EncyclopediaDb db, Lang l, Errors errors, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddHours(-1);
        if (await db.Remarks.CountAsync(r => r.AuthorId == user.Id && r.At > since, ct) < RemarksPerHour)
        {
            return true;
        }

        errors.Add(at, l.Say($"Vous avez écrit {RemarksPerHour} remarques depuis une heure : envoyez celle-ci plus tard", $"You wrote {RemarksPerHour} remarks within the hour: send this one later"));
        return false;
    }

    /// <summary>The words that were typed, and the part of the page that says them now.</summary>
    static async Task<(string Words, string? Anchor)?> Passage(string? typed, EntryState last, Lang l, Errors errors, EncyclopediaDb db, CancellationToken ct)
    {
        var words = (typed ?? "").ReplaceLineEndings("\n").Trim();
        if (words.Length == 0)
        {
            return null;
        }

        // An invisible character cannot be kept, and says nothing of where the words are.
        if (words.Length <= Discussion.PassageMaxLength && EntryFaults.IsClean(words) && (await Passages.Of(last.Content, last.Entry.Key, l, db, ct)).Find(words) is { } found)
        {
            return (words, found.Anchor);
        }

        errors.Add("Passage", l.Say($"Ces mots ne sont pas dans la fiche : copiez-les d’elle, d’un seul tenant, {Discussion.PassageMaxLength} caractères au plus", $"These words are not in the entry: copy them from it, in one piece, {Discussion.PassageMaxLength} characters at most"));
        return null;
    }

    static async Task<IResult> View(EntryState last, DiscussionForm form, Errors errors, Lang l, EncyclopediaDb db, Visitor visitor, IStructures people, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var all = db.Discussions.AsNoTracking().Where(d => d.EntryId == last.Entry.Id);
        var (pages, number) = (Math.Max(1, (await all.CountAsync(ct) + PageSize - 1) / PageSize), Math.Clamp(form.Page ?? 1, 1, 10_000));
        var threads = await all.Include(d => d.Remarks).OrderBy(d => d.ResolvedAt != null).ThenByDescending(d => d.At).ThenBy(d => d.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        if (form.In is { } answered && threads.TrueForAll(d => d.Id != answered))
        {
            // It went to another page meanwhile: what was typed and its message follow it.
            threads.InsertRange(0, await all.Include(d => d.Remarks).Where(d => d.Id == answered).ToListAsync(ct));
        }

        var said = new List<Passages>();
        foreach (var language in threads.Exists(d => d.Passage is not null) ? Langs.All.Where(x => last.Content.Texts[x] is not null) : [])
        {
            said.Add(await Passages.Of(last.Content, last.Entry.Key, language, db, ct));
        }

        var withheld = await db.Withheld.Where(w => w.EntryId == last.Entry.Id).Select(w => w.Number).ToListAsync(ct);
        var names = await Signatures.For(visitor.User, threads.SelectMany(d => d.Remarks).Select(r => (Guid?)r.AuthorId), people, l, ct);
        var (user, reviewer) = (visitor.User, await Reviewing.May(visitor.User, db, ct));
        var cares = user is not null && await db.Entries.CaredForBy(user, db).AnyAsync(e => e.Id == last.Entry.Id, ct);
        return Html.Form<DiscussEntryPage, DiscussEntryModel>(new()
        {
            L = l, Last = last, Form = form, Errors = errors, Page = number, Pages = pages, MayWrite = user is { Accepted: true },
            Threads = [.. threads.Select(d => new ThreadRow
            {
                Id = d.Id, At = d.At, Passage = Quoted(d, said, withheld, l), IsThere = d.Passage is null || Place(d.Passage, said) is not null, Anchor = d.Passage is null ? null : Place(d.Passage, said)?.Anchor, Closed = d.ResolvedAt is not null,
                MayClose = cares || (user is { Accepted: true } && d.Remarks.OrderBy(r => r.At).First().AuthorId == user.Id),
                Remarks = [.. d.Remarks.OrderBy(r => r.At).Select(r => new RemarkRow(r.Id, names.Of(r.AuthorId), r.At, r.HiddenAt is null ? r.Text : null, r.HiddenAt is null && (reviewer || (user is { Accepted: true } && r.AuthorId == user.Id))))],
            })],
        }, errors);
    }

    // Of a version that is withheld, only what the entry still says.
    static string? Quoted(Discussion discussion, List<Passages> said, List<int> withheld, Lang l) =>
        discussion.Passage is { } passage && withheld.Contains(discussion.Version) && Place(passage, said) is null ? l.Say("(passage retiré de la lecture)", "(passage withheld)") : discussion.Passage;

    static (string Words, string? Anchor)? Place(string passage, List<Passages> said) => said.Select(s => s.Find(passage)).FirstOrDefault(found => found is not null);
}

public sealed record DiscussionForm
{
    public string? Act { get; init; }
    public string? Passage { get; init; }
    public string? Text { get; init; }

    /// <summary>Ticked: its author says that the persons it names are public ones.</summary>
    public string? Public { get; init; }

    /// <summary>The page of discussions that it was written on.</summary>
    public int? Page { get; init; }

    /// <summary>The field of an answer, for its message.</summary>
    public static string AnswerTo(Guid discussion) => $"reponse-{discussion:N}";

    /// <summary>The discussion that was answered, when what was typed is to be shown again.</summary>
    public Guid? In { get; init; }
}

public sealed record RemarkRow(Guid Id, string By, DateTimeOffset At, string? Text, bool MayHide);

public sealed record ThreadRow
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string? Passage { get; init; }

    /// <summary>The entry still says it.</summary>
    public required bool IsThere { get; init; }

    /// <summary>The part of its page that does; null for its head.</summary>
    public required string? Anchor { get; init; }
    public required bool Closed { get; init; }
    public required bool MayClose { get; init; }
    public required IReadOnlyList<RemarkRow> Remarks { get; init; }
}

public sealed record DiscussEntryModel
{
    public required Lang L { get; init; }
    public required EntryState Last { get; init; }
    public required DiscussionForm Form { get; init; }
    public required Errors Errors { get; init; }
    public required bool MayWrite { get; init; }
    public required int Page { get; init; }
    public required int Pages { get; init; }
    public required IReadOnlyList<ThreadRow> Threads { get; init; }
}
