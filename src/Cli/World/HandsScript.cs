using System.Globalization;
using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Cli.World;

/// <summary>How an invented person plays what is sorted, searched and counted by hand: with care, or less.</summary>
sealed class HandsScript(EventScript script)
{
    WorldPlayer Player => script.Player;

    bool Careful => script.Chance.NextDouble() < Player.Care;

    public IReadOnlyList<EventLine> Tri(int seed)
    {
        var bank = SweetBank.Current;
        Begin();
        foreach (var id in bank.WithoutKey(seed).Sweets.Select(s => s.Id).Take(script.Most))
        {
            var own = bank.Sweet(id)!.Bin;
            var others = bank.Bins.Where(b => !string.Equals(b.Id, own, StringComparison.Ordinal)).ToList();
            script.Tell(EventNames.PieceTaken, Player.Act.Draw(script.Chance) / 2, ("piece", id), ("moyen", Player.Means));
            script.Tell(EventNames.PieceDropped, Player.Act.Draw(script.Chance) / 2, ("piece", id), ("bac", Careful ? own : others[script.Chance.Next(others.Count)].Id), ("moyen", Player.Means));
        }

        return script.End();
    }

    public IReadOnlyList<EventLine> Controle(int seed)
    {
        Begin();
        foreach (var piece in BiscuitBank.Draw(seed).Take(script.Most))
        {
            var own = BiscuitBank.BinFor(piece.Look);
            script.Tell(EventNames.PieceAppeared, 0.5, ("piece", piece.Id));
            // Half of what is not done well is not done at all.
            if (!Careful && script.Chance.Next(2) == 0)
            {
                script.Tell(EventNames.PieceMissed, 12, ("piece", piece.Id));
            }
            else
            {
                var given = Careful ? own : string.Equals(own, BinNames.Good, StringComparison.Ordinal) ? BinNames.Redo : BinNames.Good;
                script.Tell(EventNames.PieceDropped, Player.Act.Draw(script.Chance), ("piece", piece.Id), ("bac", given), ("moyen", Player.Means));
            }
        }

        return script.End();
    }

    public IReadOnlyList<EventLine> Securite()
    {
        Begin();
        script.Tell(EventNames.SceneShown, 0.2, ("forme", SecuriteRules.AsPicture));
        foreach (var zone in SecuriteBank.Current.Zones.Take(script.Most))
        {
            var seesDanger = zone.Dangerous == Careful;
            script.Tell(EventNames.ZoneOpened, Player.Act.Draw(script.Chance) * 4, ("zone", zone.Id), ("moyen", Player.Means));
            script.Tell(EventNames.DangerJudged, 4, ("zone", zone.Id), ("reponse", seesDanger ? SecuriteRules.Yes : SecuriteRules.No), ("moyen", Player.Means));
            if (seesDanger)
            {
                var named = zone.Solution is { } right && Careful ? right : zone.Choices[script.Chance.Next(zone.Choices.Count)].Id;
                script.Tell(EventNames.DangerNamed, 5, ("zone", zone.Id), ("reponse", named), ("moyen", Player.Means));
            }

            script.Tell(EventNames.SceneShown, 0.2, ("forme", SecuriteRules.AsPicture));
        }

        return script.End();
    }

    /// <summary>Every container is opened; a line miscounted is counted again, or left so by somebody who stops there.</summary>
    public IReadOnlyList<EventLine> Inventaire()
    {
        var room = InventaireBank.Current.Room;
        Begin();
        room.Containers.Take(script.Most).ToList().ForEach(c => Look(c.Id));
        if (script.Most == int.MaxValue)
        {
            var wrong = room.Drinks.Where(_ => !Careful).Select(d => d.Id).ToList();
            HandIn(room, wrong);
            if (wrong.Count > 0 && Player.GivesUp)
            {
                script.Tell(EventNames.Stopped, 20);
            }
            else if (wrong.Count > 0)
            {
                room.Containers.Where(c => c.Bottles.Intersect(wrong, StringComparer.Ordinal).Any()).ToList().ForEach(c => Look(c.Id));
                HandIn(room, []);
            }
        }

        return script.End();
    }

    void Begin()
    {
        script.Tell(EventNames.TrainingStarted, 20);
        script.Tell(EventNames.Started, 30);
    }

    void Look(string container)
    {
        script.Tell(EventNames.ContainerOpened, 1.5, ("contenant", container));
        script.Tell(EventNames.ContainerClosed, Player.Act.Draw(script.Chance) * 3, ("contenant", container));
    }

    void HandIn(Stock room, IReadOnlyList<string> wrong)
    {
        script.Tell(EventNames.SheetOpened, 1);
        script.Tell(EventNames.SheetSubmitted, 40, [.. room.Drinks.Select(d => (d.Id, (object?)(room.CountOf(d.Id) - (wrong.Contains(d.Id, StringComparer.Ordinal) ? 1 : 0)).ToString(CultureInfo.InvariantCulture))), ("moyen", Player.Means)]);
    }
}
