using Beffroi.Incubator;
using Beffroi.Incubator.Impact;
using Beffroi.Kit;

namespace Beffroi.Cli.World;

/// <summary>Indicators of the two services of the demonstration, their measures of 2020 and their goals. The indicators follow what the two conventions name; every figure is invented, and says so.</summary>
static class WorldImpact
{
    public const string Invented = "Chiffre inventé pour la démonstration";

    /// <summary>Of Eva, whose page has everything that an indicator can have.</summary>
    public static readonly Guid ActivePeople = Id(1);

    public static IEnumerable<object> Rows(Guid eva, Guid disinfo, Guid by) =>
    [
        .. Of(1, eva, by, new("personnes_actives", "Personnes qui commencent une évaluation", "Personnes différentes qui ont commencé une évaluation dans le mois.", "personnes", ImpactAxis.Used, MatrixPlace.ActiveUsers, Shape.Level, "eva_personnes", 240, 22) { Target = 400, DueOn = new(2020, 12, 31) }),
        .. Of(2, eva, by, new("evaluations_terminees", "Évaluations terminées", "Évaluations terminées dans le mois, dans les structures.", "évaluations", ImpactAxis.Used, MatrixPlace.Conversions, Shape.Sum, "eva_terminees", 180, 17)),
        .. Of(3, eva, by, new("intensite_usage", "Évaluations par structure active", "Médiane des évaluations terminées dans le mois par les structures qui en ont au moins une.", "évaluations", ImpactAxis.Used, null, Shape.Ratio, "eva_intensite", 6, 0.5)),
        .. Of(4, eva, by, new("satisfaction", "Personnes satisfaites à la fin des jeux", "Part des avis «\u00A0Bien\u00A0» parmi les avis donnés à la fin des jeux, dans le mois.", ImpactWords.Share, ImpactAxis.Useful, MatrixPlace.Satisfaction, Shape.Ratio, "avis_apres_jeux", 0.72, 0.01) { Target = 0.9, DueOn = new(2020, 12, 31) }),
        .. Of(5, eva, by, new("mises_en_action", "Diagnostics suivis d’une action", "Repérages suivis pour la première fois, dans le mois, d’une orientation vers une solution.", "orientations", ImpactAxis.Impact, MatrixPlace.GeneratedImpact, Shape.Sum, "eva_orientees", 20, 3) { Target = 30, DueOn = new(2020, 9, 30) }),
        .. Of(11, disinfo, by, new("manipulations", "Manipulations détectées", "Manipulations rencontrées dans le mois, de toutes les organisations, comptées une fois.", "manipulations", ImpactAxis.Impact, MatrixPlace.GeneratedImpact, Shape.Sum, "manipulations_mois", 12, 1) { Target = 20, DueOn = new(2020, 12, 31) }),
        .. Of(12, disinfo, by, new("reutilisations", "Réutilisations des outils", "Réutilisations notées dans les dossiers du mois.", "réutilisations", ImpactAxis.Used, MatrixPlace.Conversions, Shape.Sum, "reutilisations_mois", 15, 2)),
        .. Of(14, disinfo, by, new("exposition_avant", "Exposition avant une réaction", "Médiane du nombre de personnes exposées avant la réaction, sur les manipulations de 12 mois dont l’exposition est connue avant et après.", "personnes", ImpactAxis.Impact, null, Shape.Ratio, "exposition_avant", 60_000, -500) { LessIsBetter = true }),
        .. Of(13, disinfo, by, new("exposition_apres", "Exposition après une réaction", "Médiane du nombre de personnes exposées après la réaction, sur les manipulations de 12 mois dont l’exposition est connue avant et après.", "personnes", ImpactAxis.Impact, null, Shape.Ratio, "exposition_apres", 42_000, -1_500) { LessIsBetter = true, Target = 20_000, DueOn = new(2020, 12, 31) }),
    ];

    sealed record Followed(string Name, string Label, string Formula, string Unit, ImpactAxis Axis, MatrixPlace? Place, Shape Shape, string Counted, double First, double Step)
    {
        public bool LessIsBetter { get; init; }
        public double? Target { get; init; }
        public DateOnly DueOn { get; init; }
    }

    static IEnumerable<object> Of(int number, Guid startup, Guid by, Followed f)
    {
        var (indicator, at) = (Id(number), At(new(2020, 1, 6)));
        yield return new Indicator { Id = indicator, StartupId = startup, Name = f.Name };
        var definition = new Definition
        {
            Id = Id(number + 100), IndicatorId = indicator, Version = 1, Label = f.Label, Formula = f.Formula, Source = "Événements du service, comptés par le site. Les mesures de 2020 sont inventées.", Unit = f.Unit, Axis = f.Axis, Place = f.Place, Shape = f.Shape,
            Frequency = Frequency.Monthly, LessIsBetter = f.LessIsBetter, Owner = Duty.Intrapreneur, Counted = f.Counted, By = by, At = at,
        };
        yield return definition;
        for (var month = 1; month <= 12; month++)
        {
            var value = Math.Round(f.First + (f.Step * (month - 1)), 2);
            var isEstimate = f.LessIsBetter;
            yield return new Measure
            {
                Id = Id((number * 1_000) + month), IndicatorId = indicator, DefinitionId = definition.Id, Month = new(2020, month, 1), Value = value, Low = isEstimate ? value / 2 : null, High = isEstimate ? value * 2 : null,
                N = f.Shape == Shape.Ratio ? 30 + month : (int)value, Taken = Taken.ByHand, Source = Invented, Comment = null, By = by, At = At(new DateOnly(2020, month, 1).AddMonths(1).AddDays(4)),
            };
        }

        if (f.Target is { } target)
        {
            yield return new Goal { Id = Id(number + 200), IndicatorId = indicator, DefinitionId = definition.Id, Target = target, DueOn = f.DueOn, By = by, At = At(new(2020, 3, 26)) };
        }
    }

    static Guid Id(int number) => new($"0e000000-0000-7000-8000-0000001{number:d5}");

    static DateTimeOffset At(DateOnly day) => new(day, new(9, 0), TimeSpan.Zero);
}
