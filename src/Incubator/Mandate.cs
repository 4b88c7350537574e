using Beffroi.Kit;

namespace Beffroi.Incubator;

/// <summary>What a person does for a convention.</summary>
public enum Duty
{
    /// <summary>« Délégant »: reads everything, blocks no decision on the product.</summary>
    Delegator,

    /// <summary>« Référent métier ».</summary>
    BusinessReferent,
    Intrapreneur,
    Coach,

    /// <summary>« Gestionnaire » at the delegate.</summary>
    Manager,

    /// <summary>« Comptable »: reads.</summary>
    Accountant,
}

/// <summary>A person's duty for one convention: a row with its dates, so that who could do what, when, can always be told.</summary>
public sealed class Mandate
{
    public const int LetterMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required Guid AccountId { get; init; }
    public required Duty Duty { get; init; }

    /// <summary>Per cent of working time; for an intrapreneur.</summary>
    public required int? Share { get; init; }

    /// <summary>Reference of the mission letter; for an intrapreneur.</summary>
    public required string? MissionLetter { get; init; }

    public required Guid GivenBy { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
    public Guid? WithdrawnBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Says what is wrong with naming this person; an intrapreneur has enough time, and a mission letter: its reference and its file.</summary>
    public static void Check(Clauses clauses, Duty duty, int? share, string? letter, bool hasFile, Errors errors)
    {
        if (duty != Duty.Intrapreneur)
        {
            if (hasFile)
            {
                errors.Add("File", "Une lettre de mission se joint pour un intrapreneur seulement");
            }

            return;
        }

        if (clauses.IntrapreneurShare is { } least && (share ?? 0) < least)
        {
            errors.Add("Share", $"La convention demande au moins {French.Number(least)}\u202F% du temps");
        }

        if (clauses.IntrapreneurWithinMonths is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(letter))
        {
            errors.Add("MissionLetter", "Donnez la référence de la lettre de mission");
        }

        if (!hasFile && errors["File"] is null)
        {
            errors.Add("File", "Joignez la lettre de mission, en PDF");
        }
    }
}

public static class DutyRules
{
    /// <summary>Validates quotes and orders. The intrapreneur does so without asking a hierarchy.</summary>
    public static bool Orders(this Duty duty) => duty is Duty.Manager or Duty.Intrapreneur;

    /// <summary>Certifies that the service was done.</summary>
    public static bool Certifies(this Duty duty) => duty is Duty.Manager or Duty.Intrapreneur;

    public static bool Pays(this Duty duty) => duty is Duty.Manager;

    /// <summary>Keeps the accounts, the committees and the register.</summary>
    public static bool Keeps(this Duty duty) => duty is Duty.Manager;

    /// <summary>Says what is followed of the service, and measures it: those who build it. Who pays for it reads.</summary>
    public static bool Measures(this Duty duty) => duty is Duty.Manager or Duty.Intrapreneur or Duty.Coach;
    /// <summary>Enters the names of those who accept the manifesto: the party that engages, or who keeps its papers.</summary>
    public static bool Engages(this Duty duty) => duty is Duty.Manager or Duty.Delegator;

    /// <summary>Writes what the team asks of a committee: the team.</summary>
    public static bool Asks(this Duty duty) => duty is Duty.Manager or Duty.Intrapreneur or Duty.Coach;

    /// <summary>Writes risk workshops and homologations: the team.</summary>
    public static bool Secures(this Duty duty) => duty is Duty.Manager or Duty.Intrapreneur;

    public static string Label(this Duty duty) => duty switch
    {
        Duty.Delegator => "Délégant",
        Duty.BusinessReferent => "Référent métier",
        Duty.Intrapreneur => "Intrapreneur",
        Duty.Coach => "Coach",
        Duty.Manager => "Gestionnaire",
        Duty.Accountant => "Comptable (lecture)",
    };
}

/// <summary>Somebody whom the delegate mobilises, and what they declared of their interests.</summary>
public sealed class Expert
{
    public const int NameMaxLength = 120;
    public const int EmployerMaxLength = 200;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required string Name { get; init; }
    public required string Employer { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Day on which they declared no conflict of interest with the service; null: not yet.</summary>
    public DateOnly? DeclaredOn { get; set; }

    public required Guid By { get; init; }
}
