using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.KnownAnswers;

/// <summary>Reviewers choose ads whose answer leaves no doubt. They are shown among the others, and tell how well people answer; they are never counted.</summary>
public static class KeepKnownAnswers
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Gold(l), Show).For();
            app.MapPost(Addresses.Gold(l), Add).Does("annonces.temoin").For();
            app.MapPost(Addresses.Gold(l) + "/{id:guid}", Withdraw).Does("annonces.rendre").For().RequireAntiforgery();
        }
    }

    static async Task<IResult> Show(HttpRequest request, AdsDb db, Visitor visitor, CancellationToken ct) =>
        await Reviewing.May(visitor.User, db, ct) ? await View(Langs.Of(request), new(), new(), db, ct) : TypedResults.NotFound();

    static async Task<IResult> Add([FromForm] KnownForm? form, HttpRequest request, AdsDb db, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        if (!await Reviewing.May(visitor.User, db, ct))
        {
            return TypedResults.NotFound();
        }

        form ??= new();
        var (l, errors) = (Langs.Of(request), new Errors());
        var group = await Group(form.Ad, db, ct);
        if (group is null)
        {
            errors.Add("Ad", l.Say("Recopiez l’adresse de la page d’une annonce de ce site", "Copy the address of the page of an ad of this site"));
        }
        else if (group.State == GroupState.Gold)
        {
            errors.Add("Ad", l.Say("La réponse de cette annonce est déjà connue", "The answer of this ad is known already"));
        }

        if (!Choice.Is<PoliticalAnswer>(form.Political, out var political))
        {
            errors.Add("Political", l.Say("Choisissez la réponse", "Choose the answer"));
        }

        if (!Choice.IsOrEmpty<Purpose>(form.Purpose, out var purpose))
        {
            errors.Add("Purpose", l.Say("Choisissez parmi ce qui est proposé", "Choose among what is offered"));
        }

        var because = form.Because?.Trim() ?? "";
        if (because.Length is 0 or > KnownForm.BecauseMaxLength)
        {
            errors.Add("Because", l.Say($"Dites ce qui ne laisse pas de doute, en {KnownForm.BecauseMaxLength} caractères au plus", $"Say what leaves no doubt, in {KnownForm.BecauseMaxLength} characters at most"));
        }

        if (errors.Any)
        {
            return await View(l, form, errors, db, ct);
        }

        group!.State = GroupState.Gold;
        db.Add(new GoldAnswer { GroupId = group.Id, Political = political, Purpose = purpose, Because = because, By = visitor.SignedIn.Id, At = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(ct);
            return TypedResults.LocalRedirect(Addresses.Gold(l));
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (!await db.Gold.AnyAsync(g => g.GroupId == group.Id, ct))
            {
                throw;
            }

            // Somebody said it in the same instant.
            errors.Add("Ad", l.Say("La réponse de cette annonce est déjà connue", "The answer of this ad is known already"));
            return await View(l, form, errors, db, ct);
        }
    }

    static async Task<IResult> Withdraw(Guid id, HttpRequest request, AdsDb db, GroupVerdicts verdicts, Visitor visitor, CancellationToken ct)
    {
        if (!await Reviewing.May(visitor.User, db, ct) || await db.Gold.SingleOrDefaultAsync(g => g.GroupId == id, ct) is not { } known)
        {
            return TypedResults.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        (await db.Groups.SingleAsync(g => g.Id == id, ct)).State = GroupState.Open;
        db.Remove(known);
        await db.SaveChangesAsync(ct);
        await verdicts.Settle(id, purposeAwaited: false, ct);
        await transaction.CommitAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Gold(Langs.Of(request)));
    }

    /// <summary>By the identifier of an ad, or the address that ends with it.</summary>
    static async Task<AdGroup?> Group(string? typed, AdsDb db, CancellationToken ct)
    {
        var last = (typed ?? "").Trim().TrimEnd('/').Split('/')[^1];
        return Guid.TryParse(last, out var id) ? await db.Groups.SingleOrDefaultAsync(g => db.Ads.Any(a => a.Id == id && a.GroupId == g.Id), ct) : null;
    }

    static async Task<IResult> View(Lang l, KnownForm form, Errors errors, AdsDb db, CancellationToken ct)
    {
        var rows = await db.Gold.AsNoTracking().OrderByDescending(g => g.At)
            .Join(db.Groups, g => g.GroupId, g => g.Id, (known, g) => new { Known = known, g.ShownAdId }).Join(db.Ads, r => r.ShownAdId, a => a.Id, (r, a) => new
            {
                r.Known, a.Id, a.PageName, a.Text, Seen = db.Answers.Count(x => x.GroupId == r.Known.GroupId && x.OnGold), Agreed = db.Answers.Count(x => x.GroupId == r.Known.GroupId && x.OnGold && x.Political == r.Known.Political),
            }).ToListAsync(ct);
        return Html.Form<KeepKnownAnswersPage, KeepKnownAnswersModel>(new(l, [.. rows.OrderByDescending(r => r.Known.At).Select(r => new KnownRow(r.Known, r.Id, r.PageName, r.Text, r.Seen, r.Agreed))], form, errors), errors);
    }
}

public sealed record KnownForm
{
    public const int BecauseMaxLength = 1000;

    public string? Ad { get; init; }
    public string? Political { get; init; }
    public string? Purpose { get; init; }
    public string? Because { get; init; }
}

public sealed record KnownRow(GoldAnswer Known, Guid Ad, string PageName, string Text, int Seen, int Agreed);

public sealed record KeepKnownAnswersModel(Lang L, IReadOnlyList<KnownRow> Rows, KnownForm Form, Errors Errors);
