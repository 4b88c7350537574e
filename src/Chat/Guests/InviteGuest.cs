using System.Globalization;
using System.Security.Cryptography;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Guests;

/// <summary>From a case, a member invites somebody of no organisation: into this case only, for a time, once a referent agrees.</summary>
public static class InviteGuest
{
    /// <summary>A month is enough for a campaign; who needs more joins an organisation.</summary>
    public const int MostDays = 30;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.InviteGuest(l, "{id:guid}"), Show).ForMembers();
            app.MapPost(Addresses.InviteGuest(l, "{id:guid}"), Submit).Does("discussion.inviter").ForMembers();
        }
    }

    static async Task<IResult> Show(Guid id, HttpRequest request, GuestEntry entry, Seated seated, CancellationToken ct) =>
        await entry.Judge(id, seated.Seat, ct) is var (view, may)
            ? View(new(Langs.Of(request), id, view.State.Title!, may, seated.Seat.IsReferent, new(), new()))
            : TypedResults.NotFound();

    static async Task<IResult> Submit(Guid id, [FromForm] InviteForm? form, HttpRequest request, ChatDb db, GuestEntry entry, GuestLetters letters, Seated seated, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, seat, errors, now) = (Langs.Of(request), seated.Seat, new Errors(), clock.GetUtcNow());
        if (await entry.Judge(id, seat, ct) is not var (view, may))
        {
            return TypedResults.NotFound();
        }

        var whom = string.Join(' ', (form.ForWhom ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (whom.Length is < 2 or > Organisation.NameMaxLength || whom.Any(char.IsControl))
        {
            errors.Add(nameof(form.ForWhom), l.Say("Dites qui vous invitez, et à quel titre", "Say whom you invite, and as what"));
        }

        if (!int.TryParse(form.Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < 1 or > MostDays)
        {
            errors.Add(nameof(form.Days), l.Say($"Donnez un nombre de jours, de 1 à {MostDays}", $"Give a number of days, from 1 to {MostDays}"));
        }

        var model = new InviteGuestModel(l, id, view.State.Title!, may, seat.IsReferent, form, errors);
        if (errors.Any || !may)
        {
            return Html.View<InviteGuestPage, InviteGuestModel>(model, StatusCodes.Status422UnprocessableEntity);
        }

        using var random = RandomNumberGenerator.Create();
        var secret = HookSecret.Make(random);
        var pass = new GuestPass { Id = Guid.CreateVersion7(now), CaseId = id, SecretHash = HookSecret.Hash(secret), ForWhom = whom, OrganisationId = seat.OrganisationId!.Value, InvitedBy = seat.AccountId, InvitedAt = now, ExpiresAt = now.AddDays(days) };
        if (seat.IsReferent)
        {
            (pass.ApprovedBy, pass.ApprovedAt) = (seat.AccountId, now);
        }

        db.Add(pass);
        await db.SaveChangesAsync(ct);
        await letters.Waits(pass, ct);
        return View(model with { Link = $"{request.Scheme}://{request.Host}{Addresses.Guest(l, secret)}", ExpiresAt = pass.ExpiresAt });
    }

    static IResult View(InviteGuestModel model) => Html.View<InviteGuestPage, InviteGuestModel>(model);
}

public sealed record InviteForm
{
    public string? ForWhom { get; init; }
    public string? Days { get; init; } = "14";
}

public sealed record InviteGuestModel(Lang L, Guid Case, string Title, bool May, bool IsReferent, InviteForm Form, Errors Errors)
{
    /// <summary>Shown once.</summary>
    public string? Link { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}
