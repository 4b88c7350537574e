using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Browser.Tests;

/// <summary>Whole parcours from the home page to the end by roles and names alone, as a person with a screen reader goes through them.</summary>
public sealed class ByEarTests(Town town)
{
    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task The_whole_parcours_is_played_by_names_alone()
    {
        await using var window = await town.Desk();
        var runs = await Go(window, "EAR59000", Parcours.Complet);

        var sweets = TriReading.Read(runs["tri"]);
        Assert.Equal((48, 0, true, 48), (sweets.Placed, sweets.Misplaced, sweets.Finished, sweets.Described));
        var belt = ControleReading.Read(runs["controle"]);
        Assert.Equal((true, 60, 0, false), (belt.Finished, belt.WellPlaced, belt.Missed, belt.StandardPace));
        var site = SecuriteReading.Read(runs["securite"]);
        // Found and named; the search itself is not measured that way.
        Assert.Equal((true, true, 5, 5, null), (site.Finished, site.ListShown, site.Found.Count, site.NamedRight, site.MeanSearchSeconds));
        var room = InventaireReading.Read(runs["inventaire"]);
        Assert.Equal((true, true, 19), (room.Finished, room.Succeeded, room.Openings));
    }

    [Fact, Trait(Depth.Name, Depth.Long)]
    public async Task The_base_parcours_is_played_by_names_alone()
    {
        await using var window = await town.Desk();
        await Go(window, "OUI59000", Parcours.CompetencesDeBase);
    }

    async Task<Dictionary<string, Run>> Go(Window window, string code, Parcours parcours)
    {
        var ear = new Ear(window.Page);
        var situations = ParcoursPlan.Names(parcours);
        town.Product.Opens(code, [.. situations]);
        await window.Page.GotoAsync("/");
        await ear.Follow("Entrer avec un code");
        await ear.Type("Votre code", code);
        await ear.Press("Continuer");
        await ear.Reach("Bienvenue");
        await ear.Type("Votre prénom", "Solène");
        await ear.Tick("Oui, je veux jouer");
        await ear.Press("Commencer");
        for (var number = 1; number <= 8; number++)
        {
            await ear.Hear(AriaRole.Main, $"Question {number} sur 8");
            await ear.Press("Je préfère ne pas dire");
        }

        await ear.Reach("Merci Solène. Tout est prêt.");
        await ear.Follow("Jouer");
        await ear.Reach("Bonjour Solène.", 120_000);
        foreach (var situation in situations)
        {
            await new PlayingByEar(ear).Play(situation);
        }

        await ear.Reach("Bravo Solène, c’est fini", 120_000);
        Assert.Empty(window.Complaints);

        var runs = town.Product.Read(db => db.Runs.AsNoTracking().Include(r => r.Events).Where(r => db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Campaign!.Code == code)).ToDictionary(r => r.Situation, StringComparer.Ordinal));
        // Words heard measure no reading, and say so; questions are answered as by anybody else.
        Assert.Equal(MaintenanceBank.Current.Stimuli.Count, runs["maintenance"].Events.Where(e => e.Name == EventNames.ReadAloud).Select(e => e.Data).Distinct(StringComparer.Ordinal).Count(data => data.Contains("\"M", StringComparison.Ordinal)));
        Assert.All(new[] { "livraison", "objets_trouves" }, name => Assert.All(Eva.Results.AnswerReading.Read(runs[name]).Answers, a => Assert.True(a.Correct, a.ItemId)));
        Assert.All(runs.Values.SelectMany(r => r.Events), e => Assert.True(Eva.Playing.EventData.Text(e.Data, "moyen") is null or "clavier", e.Data));
        return runs;
    }
}
