using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Routes;

public static class Walks
{
    /// <summary>The way through a play that has one.</summary>
    public static Walk Of(string situation, RouteCard card) => card.Mode switch
    {
        RouteMode.Historique => FixedWalk.Of(situation),
        RouteMode.Beffroi => new AdaptiveWalk(card.Blueprint ?? throw new InvalidOperationException("The server sent an adaptive route without its blueprint."), card.Seed),
    };
}
