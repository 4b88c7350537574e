using System.Globalization;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;

namespace Beffroi.Incubator.Engaging;

public sealed record EngagementForm
{
    readonly IReadOnlyList<string>? _numbers;

    /// <summary>Several under one name; a form where none is checked has no such field.</summary>
    public IReadOnlyList<string> Numbers { get => _numbers ?? []; init => _numbers = value; }

    public string? Name { get; init; }
    public string? Position { get; init; }
    public string? AcceptedOn { get; init; }

    /// <param name="taken">Those that somebody accepted before.</param>
    public IReadOnlyList<Engagement> Read(Convention convention, IReadOnlyList<int> taken, Author author, DateOnly today, Errors errors)
    {
        var asked = Manifesto.Of(convention.ManifestoVersion)?.Engagements.Count ?? 0;
        var numbers = Enumerable.Range(1, asked).Where(n => Numbers.Contains(n.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)).ToList();
        if (numbers.Count == 0)
        {
            errors.Add(nameof(Numbers), "Cochez au moins un engagement");
        }

        if (numbers.Find(n => taken.Contains(n)) is > 0 and var again)
        {
            errors.Add(nameof(Numbers), $"L’engagement {again} est déjà accepté");
        }

        var name = Typed.Text(Name, nameof(Name), Engagement.NameMaxLength, "Écrivez le nom de la personne qui s’engage", errors);
        var position = Typed.Text(Position, nameof(Position), Engagement.NameMaxLength, "Écrivez sa fonction", errors);
        var day = Typed.Day(AcceptedOn, nameof(AcceptedOn), "Écrivez le jour où cette personne s’est engagée", errors);
        if (day > today)
        {
            errors.Add(nameof(AcceptedOn), "Choisissez aujourd’hui ou un jour passé");
        }

        return errors.Any ? [] : numbers.ConvertAll(n => new Engagement { Id = Guid.CreateVersion7(author.At), ConventionId = convention.Id, Version = convention.ManifestoVersion, Number = n, Name = name, Position = position, AcceptedOn = day!.Value, By = author.Id, At = author.At });
    }
}
