using Beffroi.Chat.Archiving;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.TakingAway;

/// <summary>All that is of an organisation, in one file that its referent takes: nothing is ever locked in.</summary>
public static class TakeAway
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Archive(l), Show).ForMembers();
            app.MapPost(Addresses.Archive(l), Take).Does("discussion.emporter").ForMembers().RequireAntiforgery();
        }
    }

    static IResult Show(HttpRequest request, Seated seated) => seated.Seat.IsReferent
        ? Html.View<TakeAwayPage, TakeAwayModel>(new(Langs.Of(request), seated.Seat.OrganisationName!))
        : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    static IResult Take(HttpRequest request, Seated seated, OrganisationArchive archive, CancellationToken ct)
    {
        var (l, seat) = (Langs.Of(request), seated.Seat);
        return seat.IsReferent
            ? TypedResults.Stream(body => archive.Write(body, seat, seat.Reader, l, ct), "application/zip", l.Say("discussion.zip", "chat.zip"))
            : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
    }
}

public sealed record TakeAwayModel(Lang L, string Organisation);
