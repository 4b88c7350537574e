using Beffroi.Incubator.Compliance;
using Beffroi.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.BoardShowing;

/// <summary>The compliance board, for everybody: each service, each criterion, with its date and its proof.</summary>
public static class ShowBoard
{
    // Counted once a night: a minute is how long a control just done may wait to be seen.
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").ForEveryone().CacheOutput(policy => policy.Expire(Kept).SetVaryByQuery([])).ExcludeFromDescription();
        open.MapGet(Addresses.Board, async (IncubatorDb db, CancellationToken ct) => Html.View<ShowBoardPage, Board>(await Board.Read(db, ct)));
        open.MapGet(Addresses.BoardJson, async (IncubatorDb db, CancellationToken ct) => TypedResults.Ok(BoardFile.Of(await Board.Read(db, ct))));
        open.MapGet(Addresses.Proofs, async (IncubatorDb db, SiteIdentity site, CancellationToken ct) => Html.View<ShowProofsPage, ShowProofsModel>(new(await Proofs.Read(db, ct), Component.Running().Count, site.SourceUrl is { Length: > 0 } source ? source : null)));
        open.MapGet(Addresses.Components, () => TypedResults.Ok(Component.Bom(Component.Running())));
        open.MapGet(Addresses.Board + "/{service}", One);
    }

    static async Task<IResult> One(string service, IncubatorDb db, CancellationToken ct)
    {
        if (HostedServices.Of(service) is not { } one)
        {
            return TypedResults.NotFound();
        }

        var board = await Board.Read(db, ct);
        return Html.View<ShowServicePage, ShowServiceModel>(new(one, board.At, board.Services.FirstOrDefault(s => s.Service == one)));
    }
}

/// <param name="At">Of the control; null when there was none yet.</param>
public sealed record ShowServiceModel(HostedService Service, DateTimeOffset? At, ServiceBoard? Board);

/// <param name="Components">How many libraries the program runs with.</param>
/// <param name="Source">Where the code is; null where the operator does not say.</param>
public sealed record ShowProofsModel(Proofs Proofs, int Components, string? Source);
