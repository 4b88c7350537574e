using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Upkeep;

/// <summary>Renames a campaign; makes it private or public; shares a private one with colleagues.</summary>
public static class EditCampaign
{
    public static void Map(IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/{id:guid}/modifier", Show).For();
        campaigns.MapPost("/{id:guid}/modifier", Submit).Does("campagne.modifier").For();
    }

    static async Task<IResult> Show(Guid id, Visitor visitor, EvaDb db, IStructures structures, CancellationToken ct) =>
        await Find(id, visitor, db, ct) is { } campaign
            ? await View(campaign, new() { Label = campaign.Label, IsPrivate = campaign.IsPrivate ? "true" : null, Guests = [.. campaign.Guests.Select(g => g.AccountId.ToString())] }, new(), structures, ct)
            : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm] EditForm? form, Visitor visitor, EvaDb db, IStructures structures, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        if (await Find(id, visitor, db, ct) is not { } campaign)
        {
            return TypedResults.NotFound();
        }

        var errors = new Errors();
        var label = Campaign.ReadLabel(form.Label, errors);
        if (label is not null && await db.Campaigns.AnyAsync(c => c.StructureId == campaign.StructureId && c.Label == label && c.Id != id, ct))
        {
            errors.Add(nameof(form.Label), "Une campagne de la structure porte déjà ce nom");
        }

        if (label is null || errors.Any)
        {
            return await View(campaign, form, errors, structures, ct);
        }

        // Only people of the same structure can be let in: an id from elsewhere is not one of them and drops out.
        var colleagues = await structures.Colleagues(campaign.StructureId, ct);
        campaign.Label = label;
        campaign.IsPrivate = form.IsPrivate is "true";
        campaign.ShareWith(colleagues.Select(c => c.Id).Where(c => campaign.IsPrivate && (form.Guests ?? []).Contains(c.ToString(), StringComparer.Ordinal)), visitor.SignedIn.Id, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect($"~/eva/campagnes/{id}");
    }

    static Task<Campaign?> Find(Guid id, Visitor visitor, EvaDb db, CancellationToken ct) =>
        db.Campaigns.Include(c => c.Guests).ChangeableBy(visitor.SignedIn).SingleOrDefaultAsync(c => c.Id == id, ct);

    static async Task<IResult> View(Campaign campaign, EditForm form, Errors errors, IStructures structures, CancellationToken ct)
    {
        var colleagues = await structures.Colleagues(campaign.StructureId, ct);
        return Html.Form<EditCampaignPage, EditCampaignModel>(new(campaign, form, errors, [.. colleagues.Where(c => c.Id != campaign.AuthorId)]), errors);
    }
}

public sealed record EditForm
{
    public string? Label { get; init; }
    public string? IsPrivate { get; init; }
    public string[]? Guests { get; init; }
}

public sealed record EditCampaignModel(Campaign Campaign, EditForm Form, Errors Errors, IReadOnlyList<(Guid Id, string Name)> Colleagues);
