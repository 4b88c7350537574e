using System.Text.Json;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Incubator.Tests;

/// <summary>Indicators of the convention of today, as its team writes them.</summary>
static class ImpactStory
{
    public const string Startup = "exemple";

    public static readonly (string Field, string? Answer)[] Whole =
    [
        ("Name", "personnes_actives"), ("Label", "Personnes actives"), ("Formula", "Personnes différentes dans le mois"), ("Source", "Journal du service"), ("Unit", "personnes"), ("Axis", nameof(ImpactAxis.Used)),
        ("Place", nameof(MatrixPlace.ActiveUsers)), ("Shape", nameof(Shape.Level)), ("Frequency", nameof(Frequency.Monthly)), ("Owner", nameof(Duty.Intrapreneur)),
    ];

    public static async Task<Visitor> Define(this Visitor visitor, params (string Field, string? Answer)[] changed)
    {
        await visitor.Open(Addresses.NewIndicator(Startup));
        return await visitor.Press("Définir un indicateur", [.. Whole.Where(w => !changed.Any(c => c.Field == w.Field)), .. changed]);
    }

    public static async Task<Visitor> Measure(this Visitor visitor, Guid indicator, string month, string value, string n, params (string Field, string? Answer)[] more)
    {
        await visitor.Open(Addresses.Measure(indicator));
        return await visitor.Press("Écrire la mesure", [("Month", month), ("Value", value), ("N", n), ("Source", "Relevé du mois"), .. more]);
    }

    public static Guid OneIndicator(this SiteUnderTest site, string name = "personnes_actives") => site.ReadIncubator(db => db.Indicators.Single(i => i.Name == name).Id);

    /// <summary>A service with one indicator that the site counts, defined long ago.</summary>
    public static async Task<Guid> Follow(this SiteUnderTest site, string counted, Shape shape = Shape.Sum, string unit = "choses", PhaseName? phase = null, DateOnly started = default)
    {
        var startup = new Startup { Id = Guid.NewGuid(), Slug = Startup, Title = "Exemple", Mission = "Un service pour essayer.", Contact = "contact@beffroi.example", Incubator = "DINUM" };
        var indicator = new Indicator { Id = Guid.NewGuid(), StartupId = startup.Id, Name = "compte" };
        await site.Write<IncubatorDb>(db =>
        {
            db.AddRange(startup, indicator, Definition(indicator.Id, 1, counted, shape, unit));
            if (phase is { } name)
            {
                db.Add(new Phase { Id = Guid.NewGuid(), StartupId = startup.Id, Name = name, Start = started, CommitteeId = null, Lessons = null });
            }
        });
        return indicator.Id;
    }

    public static Definition Definition(Guid indicator, int version, string? counted, Shape shape = Shape.Sum, string unit = "choses", ImpactAxis axis = ImpactAxis.Used) => new()
    {
        Id = Guid.NewGuid(), IndicatorId = indicator, Version = version, Label = "Choses comptées", Formula = "Choses du mois.", Source = "Le site.", Unit = unit, Axis = axis, Place = null, Shape = shape, Frequency = Frequency.Monthly,
        LessIsBetter = false, Owner = Duty.Intrapreneur, Counted = counted, By = Guid.NewGuid(), At = SiteUnderTest.Start.AddYears(-1),
    };

    public static async Task Night(this SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<DailyRound>().Run(TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> Impact(this SiteUnderTest site, string startup = Startup)
    {
        using var json = JsonDocument.Parse(await site.Visit().Http.GetStringAsync(new Uri("/stats.json", UriKind.Relative), TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("impact").EnumerateArray().Single(i => i.GetProperty("startup").GetString() == startup).Clone();
    }

    public static JsonElement One(this JsonElement impact, string name) => impact.GetProperty("indicateurs").EnumerateArray().Single(i => i.GetProperty("nom").GetString() == name);

    /// <summary>Months with their values; null where masked.</summary>
    public static IReadOnlyList<(string Month, double? Value)> Values(this JsonElement indicator) =>
        [.. indicator.GetProperty("mesures").EnumerateArray().Select(m => (m.GetProperty("mois").GetString()!, m.GetProperty("valeur").ValueKind == JsonValueKind.Null ? (double?)null : m.GetProperty("valeur").GetDouble()))];
}
