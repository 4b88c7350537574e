using System.Security.Cryptography;
using Beffroi.Chat.Delivering;
using Beffroi.Chat.Rules.Webhooks;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Hooking;

/// <summary>The webhooks of a room: those by which programs post here, and those that tell programs what is said here.</summary>
public static class KeepHooks
{
    const int MostOfARoom = 50;

    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Route(Addresses.Hooks(l, Guid.Empty), "room"), Show).ForMembers();
            app.MapPost(Addresses.Route(Addresses.Hooks(l, Guid.Empty), "room"), Change).Does("discussion.webhook").ForMembers();
        }
    }

    static async Task<IResult> Show(Guid room, HttpRequest request, Seated seated, Scopes scopes, HookShelf shelf, CancellationToken ct) =>
        await Find(room, seated, scopes, ct) is { } found ? await View(found, new(), new(), null, request, seated.Seat, shelf, ct) : TypedResults.NotFound();

    static async Task<IResult> Change(Guid room, [FromForm] HookForm? form, HttpRequest request, Seated seated, Scopes scopes, ChatDb db, HookShelf shelf, ChatNetwork network, TimeProvider clock, CancellationToken ct)
    {
        form ??= new();
        var (l, seat, now, errors) = (Langs.Of(request), seated.Seat, clock.GetUtcNow(), new Errors());
        if (await Find(room, seated, scopes, ct) is not { } found)
        {
            return TypedResults.NotFound();
        }

        ShownSecret? shown = null;
        switch (form.Act)
        {
            case "stop":
                if (!await shelf.Stop(room, form.Id ?? Guid.Empty, seat, now, ct))
                {
                    return TypedResults.NotFound();
                }

                await db.SaveChangesAsync(ct);
                return TypedResults.LocalRedirect(Addresses.Hooks(l, room));
            case "in" when Named(form, l, errors) is { } name && await HasRoom(db.IncomingHooks.CountAsync(h => h.RoomId == room && h.StoppedAt == null, ct), l, errors):
                var secret = HookSecret.Make(RandomNumberGenerator.Create());
                db.Add(new RoomHook { Id = Guid.CreateVersion7(now), RoomId = room, Name = name, SecretHash = HookSecret.Hash(secret), AddedBy = seat.AccountId, AddedAt = now });
                shown = new(true, name, $"{request.Scheme}://{request.Host}{Addresses.Hook.Replace("{secret}", secret, StringComparison.Ordinal)}");
                break;
            case "out" when !seat.IsReferent:
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            case "out" when Named(form, l, errors) is { } name && Address(form, network, l, errors) is { } address && await HasRoom(db.OutgoingHooks.CountAsync(h => h.RoomId == room && h.StoppedAt == null, ct), l, errors):
                var key = HookKeys.Make();
                db.Add(new OutgoingHook { Id = Guid.CreateVersion7(now), RoomId = room, Name = name, Address = address.AbsoluteUri, SealedKey = shelf.Seal(key), OrganisationId = seat.OrganisationId!.Value, AddedBy = seat.AccountId, AddedAt = now });
                shown = new(false, name, Convert.ToHexStringLower(key));
                break;
            case "in" or "out":
                break;
            default:
                errors.Add("", l.Say("Choisissez un des boutons", "Choose one of the buttons"));
                break;
        }

        if (!errors.Any)
        {
            await db.SaveChangesAsync(ct);
        }

        // A secret is shown by the answer itself: no page gives it again.
        return await View(found, errors.Any ? form : new(), errors, shown, request, seat, shelf, ct);
    }

    static string? Named(HookForm form, Lang l, Errors errors)
    {
        if (form.Name?.Trim() is { Length: > 0 and <= Message.SourceMaxLength } name && !name.Any(char.IsControl))
        {
            return name;
        }

        errors.Add(form.Act is "in" ? "NameIn" : "NameOut", l.Say($"Donnez un nom, de {Message.SourceMaxLength} signes au plus", $"Give a name, of {Message.SourceMaxLength} characters at most"));
        return null;
    }

    static Uri? Address(HookForm form, ChatNetwork network, Lang l, Errors errors)
    {
        var address = OutsideAddress.Read(form.Address, network, out var wrong);
        if (wrong is not null || !network.Enabled)
        {
            errors.Add(nameof(form.Address), wrong?.In(l) ?? l.Say("Ce site n’a pas le droit de sortir sur le réseau : demandez à l’exploitant", "This site may not go out on the network: ask the operator"));
            return null;
        }

        return address;
    }

    static async Task<bool> HasRoom(Task<int> count, Lang l, Errors errors)
    {
        if (await count < MostOfARoom)
        {
            return true;
        }

        errors.Add("", l.Say($"Un salon a {MostOfARoom} webhooks au plus", $"A room has {MostOfARoom} webhooks at most"));
        return false;
    }

    static Task<Room?> Find(Guid room, Seated seated, Scopes scopes, CancellationToken ct) =>
        scopes.RoomsOf(seated.Reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == room && r.Kind != RoomKind.Direct && r.ClosedAt == null, ct);

    static async Task<IResult> View(Room room, HookForm form, Errors errors, ShownSecret? shown, HttpRequest request, Seat seat, HookShelf shelf, CancellationToken ct) =>
        Html.Form<KeepHooksPage, KeepHooksModel>(new()
        {
            L = Langs.Of(request), RoomId = room.Id, RoomName = room.Name, Form = form, Errors = errors, Shown = shown, IsReferent = seat.IsReferent, Organisation = seat.OrganisationName ?? "",
            Incoming = await shelf.Incoming(room.Id, seat, ct), Outgoing = await shelf.Outgoing(room.Id, seat, ct),
        }, errors);
}

public sealed record HookForm
{
    /// <summary>in, out or stop.</summary>
    public string? Act { get; init; }
    public string? NameIn { get; init; }
    public string? NameOut { get; init; }
    public string? Address { get; init; }
    public Guid? Id { get; init; }

    public string? Name => Act is "in" ? NameIn : NameOut;
}

/// <summary>What is shown once: the address of an incoming webhook, or the key of an outgoing one.</summary>
public sealed record ShownSecret(bool Incoming, string Name, string Secret);

public sealed record KeepHooksModel
{
    public required Lang L { get; init; }
    public required Guid RoomId { get; init; }
    public required string RoomName { get; init; }
    public required bool IsReferent { get; init; }

    /// <summary>Of whoever reads the page.</summary>
    public required string Organisation { get; init; }
    public required IReadOnlyList<IncomingRow> Incoming { get; init; }
    public required IReadOnlyList<OutgoingRow> Outgoing { get; init; }
    public required ShownSecret? Shown { get; init; }
    public required HookForm Form { get; init; }
    public required Errors Errors { get; init; }
}
