using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Contributions;

/// <summary>Reviewers look at how browsers answer, in the order of time and never by merit; and take out of the count the answers of one that does harm, with a reason, until somebody undoes it.</summary>
public static class WatchContributions
{
    const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Contributors(l), Show).For();
            app.MapPost(Addresses.Contributors(l), Remove).Does("annonces.retirer").For();
            app.MapPost(Addresses.Contributors(l) + "/{id:guid}", Undo).Does("annonces.retablir").For().RequireAntiforgery();
        }
    }

    static async Task<IResult> Show(int? page, HttpRequest request, AdsDb db, Visitor visitor, CancellationToken ct) =>
        await Reviewing.May(visitor.User, db, ct) ? await View(Langs.Of(request), page ?? 1, new(), new(), db, ct) : TypedResults.NotFound();

    static async Task<IResult> Remove([FromForm] RemovalForm? form, HttpRequest request, AdsDb db, AnswerRemovals removals, Visitor visitor, CancellationToken ct)
    {
        if (!await Reviewing.May(visitor.User, db, ct))
        {
            return TypedResults.NotFound();
        }

        form ??= new();
        var (l, errors) = (Langs.Of(request), new Errors());
        var (voter, reason) = (form.Voter?.Trim() ?? "", form.Reason?.Trim() ?? "");
        if (reason.Length is 0 or > AnswerRemoval.ReasonMaxLength)
        {
            errors.Add("Reason", l.Say($"Dites pourquoi, en {AnswerRemoval.ReasonMaxLength} caractères au plus", $"Say why, in {AnswerRemoval.ReasonMaxLength} characters at most"));
        }

        if (!await db.Answers.AnyAsync(a => a.Voter == voter && a.RemovalId == null, ct))
        {
            errors.Add("Voter", l.Say("Aucune réponse comptée ne porte ce pseudonyme", "No answer that counts has this pseudonym"));
        }

        if (errors.Any)
        {
            return await View(l, 1, form, errors, db, ct);
        }

        foreach (var one in form.Network is null ? [voter] : await Together(voter, db, ct))
        {
            await removals.Remove(one, reason, visitor.SignedIn.Id, ct);
        }

        return TypedResults.LocalRedirect(Addresses.Contributors(l));
    }

    static async Task<IResult> Undo(Guid id, HttpRequest request, AdsDb db, AnswerRemovals removals, Visitor visitor, CancellationToken ct)
    {
        if (!await Reviewing.May(visitor.User, db, ct) || !await removals.Undo(id, visitor.SignedIn.Id, ct))
        {
            return TypedResults.NotFound();
        }

        return TypedResults.LocalRedirect(Addresses.Contributors(Langs.Of(request)));
    }

    static async Task<IResult> View(Lang l, int page, RemovalForm form, Errors errors, AdsDb db, CancellationToken ct)
    {
        var voters = await db.Answers.GroupBy(a => a.Voter).OrderByDescending(g => g.Max(a => a.At)).ThenBy(g => g.Key).Skip((Math.Clamp(page, 1, 1000) - 1) * PerPage).Take(PerPage + 1)
            .Select(g => new { Voter = g.Key, Answers = g.Count(), First = g.Min(a => a.At), Last = g.Max(a => a.At), Removed = g.Count(a => a.RemovalId != null) }).ToListAsync(ct);
        var names = voters.Select(v => v.Voter).ToList();
        var gold = await db.Answers.Where(a => a.OnGold && names.Contains(a.Voter)).Join(db.Gold, a => a.GroupId, g => g.GroupId, (a, g) => new { a.Voter, Agrees = a.Political == g.Political })
            .GroupBy(a => a.Voter).Select(g => new { g.Key, Seen = g.Count(), Agreed = g.Count(a => a.Agrees) }).ToDictionaryAsync(g => g.Key, StringComparer.Ordinal, ct);
        var near = await Neighbours(names, db, ct);
        var rows = voters.Take(PerPage).Select(v => new VoterRow
        {
            Voter = v.Voter, Answers = v.Answers, First = v.First, Last = v.Last, Removed = v.Removed, GoldSeen = gold.GetValueOrDefault(v.Voter)?.Seen ?? 0, GoldAgreed = gold.GetValueOrDefault(v.Voter)?.Agreed ?? 0, Neighbours = near.GetValueOrDefault(v.Voter),
        });
        var removals = await db.Removals.AsNoTracking().OrderByDescending(r => r.At).Take(PerPage).ToListAsync(ct);
        return Html.Form<WatchContributionsPage, WatchContributionsModel>(new(l, [.. rows], voters.Count > PerPage, Math.Clamp(page, 1, 1000), removals, form, errors), errors);
    }

    /// <summary>The browser and those of its network that still count, as long as the network is known.</summary>
    static async Task<List<string>> Together(string voter, AdsDb db, CancellationToken ct) =>
        await db.Answers.Where(a => a.RemovalId == null && (a.Voter == voter || (a.Network != null && db.Answers.Any(b => b.Voter == voter && b.Network == a.Network)))).Select(a => a.Voter).Distinct().ToListAsync(ct);

    /// <summary>How many browsers answered from the same network today or yesterday: a classroom, or one person who erases their cookies.</summary>
    static async Task<Dictionary<string, int>> Neighbours(List<string> names, AdsDb db, CancellationToken ct)
    {
        var networks = await db.Answers.Where(a => names.Contains(a.Voter) && a.Network != null).Select(a => new { a.Voter, a.Network }).Distinct().ToListAsync(ct);
        var wanted = networks.Select(n => n.Network).Distinct(StringComparer.Ordinal).ToList();
        var counts = await db.Answers.Where(a => wanted.Contains(a.Network)).Select(a => new { a.Network, a.Voter }).Distinct().GroupBy(a => a.Network).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key!, g => g.Count, StringComparer.Ordinal, ct);
        return networks.GroupBy(n => n.Voter, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(n => counts.GetValueOrDefault(n.Network!)), StringComparer.Ordinal);
    }
}

public sealed record RemovalForm
{
    public string? Voter { get; init; }
    public string? Reason { get; init; }

    /// <summary>Ticked: the other browsers of its network too.</summary>
    public string? Network { get; init; }
}

public sealed record VoterRow
{
    public required string Voter { get; init; }
    public required int Answers { get; init; }
    public required DateTimeOffset First { get; init; }
    public required DateTimeOffset Last { get; init; }
    public required int Removed { get; init; }
    public required int GoldSeen { get; init; }
    public required int GoldAgreed { get; init; }
    public required int Neighbours { get; init; }
}

public sealed record WatchContributionsModel(Lang L, IReadOnlyList<VoterRow> Rows, bool HasNext, int Page, IReadOnlyList<AnswerRemoval> Removals, RemovalForm Form, Errors Errors);
