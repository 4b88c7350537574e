using System.Security.Cryptography;
using Beffroi.Eva.Playing;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Entry;

/// <summary>A person enters a campaign under a name, after reading what is kept and saying yes.</summary>
public static class EnterCampaign
{
    public static void Map(IEndpointRouteBuilder eva)
    {
        eva.MapGet("/{code}", Show).ForEveryone().RequireRateLimiting(EvaModule.EntryLimit);
        eva.MapPost("/{code}", Submit).Does("evaluation.commencer").ForEveryone().RequireRateLimiting(EvaModule.EntryLimit);
    }

    static async Task<IResult> Show(string code, EvaDb db, EvaluationAccess access, CancellationToken ct)
    {
        var normal = CampaignCode.Normalise(code);
        if (await db.Campaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Code == normal, ct) is not { } campaign)
        {
            return await db.Beneficiaries.AnyAsync(b => b.Code == normal, ct)
                ? TypedResults.LocalRedirect("~/eva/reprendre")
                : Html.View<NoEntryPage, NoEntryModel>(new(normal, IsClosed: false), StatusCodes.Status404NotFound);
        }

        var started = await access.Open(ct);
        return View(campaign, new(), new(), started is { FinishedAt: null } && started.CampaignId == campaign.Id ? started.Beneficiary!.Name : null);
    }

    static async Task<IResult> Submit(string code, [FromForm] EntryForm? form, EvaDb db, EvaluationAccess access, Actor actor, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var normal = CampaignCode.Normalise(code);
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Code == normal, ct) is not { } campaign)
        {
            return Html.View<NoEntryPage, NoEntryModel>(new(normal, IsClosed: false), StatusCodes.Status404NotFound);
        }

        var errors = new Errors();
        var name = Beneficiary.ReadName(form.Name, errors);
        if (form.Consent is not "true")
        {
            errors.Add(nameof(form.Consent), "Cochez « Oui, je veux jouer » pour commencer");
        }

        if (name is null || errors.Any || !campaign.IsOpen)
        {
            return View(campaign, form, errors, null);
        }

        // Who has a personal code of this structure types it instead of the first name, and stays the same person.
        var personal = CampaignCode.Normalise(name);
        var known = await db.Beneficiaries.SingleOrDefaultAsync(b => b.Code == personal && b.StructureId == campaign.StructureId, ct);
        if (known is not null && await db.Evaluations.SingleOrDefaultAsync(e => e.BeneficiaryId == known.Id && e.CampaignId == campaign.Id && e.FinishedAt == null, ct) is { } unfinished)
        {
            return await ResumeEvaluation.Resume(unfinished, db, access, actor, ct);
        }

        var (evaluation, token) = Begin(campaign, known ?? await Meet(campaign, name, db, clock, ct), db, clock);
        actor.Who = $"evaluation:{evaluation.Id}";
        await db.SaveChangesAsync(ct);
        access.Grant(evaluation.Id, token);
        return TypedResults.LocalRedirect("~/eva/bienvenue");
    }

    static async Task<Beneficiary> Meet(Campaign campaign, string name, EvaDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var beneficiary = new Beneficiary { Id = Guid.CreateVersion7(now), StructureId = campaign.StructureId, Name = name, Code = await FreeCode(db, ct), CreatedAt = now };
        db.Add(beneficiary);
        return beneficiary;
    }

    /// <summary>A new evaluation, not saved yet, with the token that opens it.</summary>
    static (Evaluation Evaluation, string Token) Begin(Campaign campaign, Beneficiary beneficiary, EvaDb db, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        var token = Evaluation.NewToken();
        var evaluation = new Evaluation
        {
            Id = Guid.CreateVersion7(now),
            CampaignId = campaign.Id,
            BeneficiaryId = beneficiary.Id,
            StartedAt = now,
            ConsentedAt = now,
            ConsentVersion = ConsentText.Version,
            TokenHash = Evaluation.Hash(token),
        };
        // Made now, filled later: two quick taps on the first question must not make it twice.
        evaluation.Background = new() { EvaluationId = evaluation.Id };
        db.Add(evaluation);
        return (evaluation, token);
    }

    // A personal code opens no campaign, and a campaign's code no person: one field of the entry page takes both.
    static async Task<string> FreeCode(EvaDb db, CancellationToken ct)
    {
        while (true)
        {
            var code = Beneficiary.DrawCode(RandomNumberGenerator.GetInt32);
            if (!await db.Beneficiaries.AnyAsync(b => b.Code == code, ct) && !await db.CampaignCodes.AnyAsync(c => c.Code == code, ct))
            {
                return code;
            }
        }
    }

    static IResult View(Campaign campaign, EntryForm form, Errors errors, string? started) =>
        campaign.IsOpen || started is not null
            ? Html.Form<EnterCampaignPage, EnterCampaignModel>(new(campaign, form, errors, started), errors)
            : Html.View<NoEntryPage, NoEntryModel>(new(campaign.Code, IsClosed: true), StatusCodes.Status403Forbidden);
}

public sealed record EntryForm
{
    public string? Name { get; init; }
    public string? Consent { get; init; }
}

/// <param name="Started">Name of the person who began here on this device and has not finished; null for nobody.</param>
public sealed record EnterCampaignModel(Campaign Campaign, EntryForm Form, Errors Errors, string? Started);

public sealed record NoEntryModel(string Code, bool IsClosed);
