using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Tests;

/// <summary>A store room of two containers: 3 bottles of water, 2 of milk.</summary>
internal static class StoreRooms
{
    public static Play Play(bool trained = false, Dictionary<string, string>? sheet = null) => new()
    {
        SessionId = new Guid("33333333-3333-3333-3333-333333333333"),
        Situation = "inventaire",
        Label = "La réserve de boissons",
        NextPosition = trained ? 10 : 0,
        TrainingDone = trained,
        Answered = [],
        Stocktake = new()
        {
            Training = new() { Drinks = [Drink("the")], Containers = [Container("e01", "the", "the")] },
            Room = new() { Drinks = [Drink("eau"), Drink("lait")], Containers = [Container("c01", "eau", "lait", "eau"), Container("c02", "lait", "eau")] },
            Sheet = sheet ?? new(StringComparer.Ordinal),
        },
    };

    private static Drink Drink(string id) => new() { Id = id, Name = id, Shape = "haute", Pattern = "vagues", Colour = "sky" };

    private static StockContainer Container(string id, params string[] bottles) => new() { Id = id, Name = id, Kind = "placard", Colour = "sky", Place = "Au mur", Bottles = bottles };
}
