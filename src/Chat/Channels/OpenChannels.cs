using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Beffroi.Chat.Channels;

/// <summary>A superadmin opens the channels of a new site; the list is fixed.</summary>
public static class OpenChannels
{
    public static void Map(IEndpointRouteBuilder app)
    {
        foreach (var l in Langs.All)
        {
            app.MapGet(Addresses.Channels(l), Show).For(Role.Superadmin);
            app.MapPost(Addresses.Channels(l), Open).Does("discussion.canaux").For(Role.Superadmin).WhileRecorded(ChatAssessment.Template);
        }
    }

    static async Task<IResult> Show(HttpRequest request, ChatDb db, CancellationToken ct) =>
        Html.View<ChannelsPage, ChannelsModel>(new(Langs.Of(request), await Channel.There(db, ct)));

    static async Task<IResult> Open([FromForm] IFormCollection form, HttpRequest request, ChatDb db, Scopes scopes, Visitor visitor, TimeProvider clock, CancellationToken ct)
    {
        await Channel.Open(db, scopes, visitor.SignedIn.Id, clock.GetUtcNow(), ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.LocalRedirect(Addresses.Channels(Langs.Of(request)));
    }
}

public sealed record ChannelsModel(Lang L, IReadOnlyList<Channel> There);
