using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Campaigns;

public static class CreateCampaign
{
    public static void Map(IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/nouvelle", Show).For(Role.Conseiller, Role.Admin, Role.Superadmin).WhileRecorded(EvaAssessment.Template);
        campaigns.MapPost("/nouvelle", Submit).Does("campagne.creer").For(Role.Conseiller, Role.Admin, Role.Superadmin).WhileRecorded(EvaAssessment.Template);
    }

    static IResult Show() => View(new() { Parcours = Parcours.CompetencesDeBase.Name() }, new());

    static async Task<IResult> Submit([FromForm] CampaignForm? form, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var user = visitor.SignedIn;
        var errors = new Errors();
        var wish = CampaignWish.Read(form, errors);
        if (user.StructureId is not { } structureId || !(await structures.Find([structureId], ct)).TryGetValue(structureId, out var structure))
        {
            errors.Add(nameof(form.Label), "Votre compte n’est rattaché à aucune structure : demandez à un administrateur de vous y rattacher");
            return View(form, errors);
        }

        if (wish is not null && await db.Campaigns.AnyAsync(c => c.StructureId == structureId && c.Label == wish.Label, ct))
        {
            errors.Add(nameof(form.Label), "Une campagne de votre structure porte déjà ce nom");
        }

        if (wish is null || errors.Any)
        {
            return View(form, errors);
        }

        var campaign = await Campaign.Open(wish, user.Id, structure, db, clock, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/campagnes/{campaign.Id}");
    }

    static IResult View(CampaignForm form, Errors errors) => Html.Form<CreateCampaignPage, CreateCampaignModel>(new(form, errors), errors);
}

public sealed record CreateCampaignModel(CampaignForm Form, Errors Errors);
