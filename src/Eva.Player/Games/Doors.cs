using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Biscuits;
using Beffroi.Eva.Player.BuildingSite;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Inventory;
using Beffroi.Eva.Player.Plan;
using Beffroi.Eva.Player.Questions;
using Beffroi.Eva.Player.Routes;
using Beffroi.Eva.Player.Sorting;
using Beffroi.Eva.Player.Words;

namespace Beffroi.Eva.Player.Games;

/// <summary>Which game is behind a door: told by what the play brings.</summary>
public static class Doors
{
    public static Game Open(Play play, Journal journal, TimeProvider clock) => play switch
    {
        { Situation: "plan_de_la_ville" } => new PlanGame(play, journal),
        { Stocktake: not null } => new InventoryGame(play, journal),
        { Sweets: { } shop } => new SortingGame(play, shop, journal, clock),
        { Belt: not null } => new BeltGame(play, journal, clock),
        { Zones.Count: > 0 } => new SiteGame(play, journal),
        { Stimuli.Count: > 0 } => new WordGame(play, journal),
        { Route: { } card } => new QuestionGame(play, journal, Walks.Of(play.Situation, card)),
        _ => new QuestionGame(play, journal),
    };
}
