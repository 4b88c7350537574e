using System.Globalization;
using System.Text.RegularExpressions;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Beffroi.Incubator;

/// <summary>Euros, tax included, with two decimals; halves are rounded away from zero.</summary>
public readonly partial record struct Money : IComparable<Money>
{
    const int Decimals = 2;

    public static readonly Money Zero;

    /// <summary>The smallest amount there is.</summary>
    public static readonly Money Cent = new(0.01m);

    Money(decimal amount) => Amount = decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    public decimal Amount { get; }

    public static Money Of(decimal amount) => new(amount);

    public static Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Zero, (sum, m) => sum + m);

    public static Money operator +(Money a, Money b) => new(a.Amount + b.Amount);
    public static Money operator -(Money a, Money b) => new(a.Amount - b.Amount);
    public static Money operator -(Money a) => new(-a.Amount);
    public static Money operator *(Money a, decimal factor) => new(a.Amount * factor);
    public static bool operator <(Money a, Money b) => a.Amount < b.Amount;
    public static bool operator >(Money a, Money b) => a.Amount > b.Amount;
    public static bool operator <=(Money a, Money b) => a.Amount <= b.Amount;
    public static bool operator >=(Money a, Money b) => a.Amount >= b.Amount;

    public int CompareTo(Money other) => Amount.CompareTo(other.Amount);

    /// <summary>As files write it: 369999.99.</summary>
    public string Plain => Amount.ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>As people read it: 369 999,99 €.</summary>
    public override string ToString() => Amount.ToString("N2", French.Culture) + "\u00A0€";

    /// <summary>What a person typed: 1 234,56 or 1234.56. A third decimal is a mistake, not something to round in silence.</summary>
    public static Money? Read(string? typed, string field, Errors errors, bool signed = false, bool zero = false)
    {
        var text = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '€')]).Replace(',', '.').Replace('\u2212', '-');
        if (text.Length == 0)
        {
            errors.Add(field, "Écrivez un montant en euros");
        }
        else if (!Shape().IsMatch(text) || (!signed && text[0] == '-'))
        {
            errors.Add(field, "Écrivez un montant en euros, avec 2 chiffres au plus après la virgule. Exemple : 12\u00A0500,50");
        }
        else
        {
            var amount = Of(decimal.Parse(text, CultureInfo.InvariantCulture));
            if (signed || amount > Zero || (zero && amount == Zero))
            {
                return amount;
            }

            errors.Add(field, "Le montant doit dépasser zéro");
        }

        return null;
    }

    // Ten digits before the comma: more than any convention, less than what the columns hold.
    [GeneratedRegex(@"^-?[0-9]{1,10}(\.[0-9]{1,2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}

/// <summary>Kept as a decimal column.</summary>
public sealed class MoneyConverter() : ValueConverter<Money, decimal>(m => m.Amount, d => Money.Of(d));
