using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

/// <summary>« Bon de commande »: what is asked of a supplier under a framework contract.</summary>
public sealed class Order
{
    public const int NumberMaxLength = 40;
    public const int TextMaxLength = 200;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }

    /// <summary>As the purchasing system names it; one in the convention.</summary>
    public required string Number { get; init; }

    public required string Supplier { get; init; }

    /// <summary>The framework contract, and the last day it may be used.</summary>
    public required string Contract { get; init; }
    public required DateOnly ContractEnd { get; init; }

    public required Prestation Prestation { get; init; }
    public required string Label { get; init; }

    /// <summary>Tax excluded: shown only.</summary>
    public required Money ExclTax { get; init; }

    /// <summary>Tax included: what the ledger counts, for an administration does not recover VAT.</summary>
    public required Money InclTax { get; init; }

    public required DateOnly PlacedOn { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The expert who will do it, where the convention checks conflicts of interest.</summary>
    public required Guid? ExpertId { get; init; }

    public required Guid PlacedBy { get; init; }
    public required DateTimeOffset At { get; init; }

    public Money Vat => InclTax - ExclTax;

    /// <summary>What forbids this order, by field: the ledger says apart whether the money is there.</summary>
    public void Check(Convention convention, Expert? expert, Errors errors)
    {
        if (convention.NoCommitment(PlacedOn) is { } refusal)
        {
            errors.Add(nameof(PlacedOn), refusal);
        }
        else if (From < PlacedOn)
        {
            errors.Add(nameof(From), "La prestation commence au plus tôt le jour de la commande");
        }
        else if (To < From)
        {
            errors.Add(nameof(To), "La fin vient après le début");
        }
        else if (convention.NoCommitment(To) is { } tooLate)
        {
            errors.Add(nameof(To), $"Une dépense n’est éligible que pendant la convention. {tooLate}");
        }

        if (PlacedOn > ContractEnd || To > ContractEnd)
        {
            errors.Add(nameof(ContractEnd), $"Le marché s’arrête le {French.Day(ContractEnd)} : la prestation doit finir avant");
        }

        if (!convention.Clauses.Prestations.Contains(Prestation))
        {
            errors.Add(nameof(Prestation), "La convention ne prévoit pas ce type de prestation");
        }

        if (ExclTax > InclTax)
        {
            errors.Add(nameof(ExclTax), "Le montant hors taxe ne dépasse pas le montant avec taxe");
        }

        if (convention.Clauses.ChecksConflicts && (expert?.DeclaredOn is not { } declared || declared > PlacedOn))
        {
            errors.Add(nameof(ExpertId), "La convention demande une déclaration d’absence de conflit d’intérêts avant la commande");
        }
    }
}

/// <summary>« Procès-verbal de service fait »: what was delivered, written by who saw it.</summary>
public sealed class ServiceRecord : IWrittenOnce
{
    public const int TextMaxLength = 2000;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required Guid OrderId { get; init; }

    /// <summary>The line of the ledger that it is the reason of.</summary>
    public required Guid EntryId { get; init; }

    public required DateOnly DeliveredOn { get; init; }
    public required string Label { get; init; }
    public required string Deliverables { get; init; }

    /// <summary>For this delivery.</summary>
    public required Money Amount { get; init; }

    /// <summary>Invoiced before this one.</summary>
    public required Money Before { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}
