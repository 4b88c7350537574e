using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

public enum EntryKind
{
    /// <summary>AE and CP given by the convention or by an avenant.</summary>
    Allocation,

    /// <summary>AE engaged by an order.</summary>
    Commitment,

    /// <summary>« Service fait »: what was delivered, and for how much.</summary>
    Service,

    /// <summary>CP paid.</summary>
    Payment,
}

/// <summary>One line of the ledger of a convention. It is written once; it is undone by a reversal of exactly its amount, never changed nor deleted.</summary>
public sealed class LedgerEntry : ILogLine, IWrittenOnce
{
    public const int LabelMaxLength = 300;
    public const int ReferenceMaxLength = 60;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }

    /// <summary>1, 2, 3… within the convention, without a gap.</summary>
    public required int Number { get; init; }

    public required EntryKind Kind { get; init; }

    /// <summary>The day it is about.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The budget year that it weighs on. A reversal weighs on the year of what it reverses.</summary>
    public required int Year { get; init; }

    /// <summary>« Autorisations d’engagement »: given, or engaged.</summary>
    public Money Ae { get; init; }

    /// <summary>« Crédits de paiement »: given, or paid.</summary>
    public Money Cp { get; init; }

    /// <summary>Amount of the service done.</summary>
    public Money Service { get; init; }

    public required Guid? OrderId { get; init; }

    /// <summary>The entry that this one undoes.</summary>
    public required Guid? ReversesId { get; init; }

    /// <summary>The convention's own, on every line.</summary>
    public required Imputation Imputation { get; init; }

    public required string Label { get; init; }

    /// <summary>Number of the invoice, of the order, of the avenant.</summary>
    public required string? Reference { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string PreviousHash { get; init; }
    public string Hash { get; init; } = "";

    /// <summary>All that the hash covers, in an order that does not change.</summary>
    public string Canonical => Chain.Text(
        ConventionId, Number, Kind, On.ToString("O", CultureInfo.InvariantCulture), Year, Ae.Plain, Cp.Plain, Service.Plain, OrderId, ReversesId,
        Imputation.MinisterialAxis, Imputation.FunctionalDomain, Imputation.FinancialCentre, Imputation.Activity, Imputation.CostCentre,
        Label, Reference, By, Chain.Instant(At));
}

/// <summary>A row that is never changed nor deleted once it is there.</summary>
public interface IWrittenOnce;

public static class EntryWords
{
    public static string Label(this EntryKind kind) => kind switch
    {
        EntryKind.Allocation => "Crédits ouverts",
        EntryKind.Commitment => "Engagement",
        EntryKind.Service => "Service fait",
        EntryKind.Payment => "Paiement",
    };
}
