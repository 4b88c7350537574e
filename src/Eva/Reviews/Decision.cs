using System.Text.Json.Serialization;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Reviews;

/// <summary>What a professional decides of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionSubject>))]
public enum DecisionSubject
{
    /// <summary>The overall reading that asks to be confirmed.</summary>
    [JsonStringEnumMemberName("illettrisme_potentiel")] Screening,
    [JsonStringEnumMemberName("categorie")] Category,
}

[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    [JsonStringEnumMemberName("confirme")] Confirmed,
    [JsonStringEnumMemberName("ecarte")] SetAside,
    [JsonStringEnumMemberName("a_confirmer")] ToConfirm,
}

/// <summary>What a professional decided of a proposal, when and why. A new decision is a new row: none is ever written over.</summary>
public sealed class Decision
{
    public const int ReasonMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }
    public required DecisionSubject About { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>Technical name of what was proposed on that day.</summary>
    public required string Proposed { get; init; }

    /// <summary>The category that the professional keeps; null for the screening.</summary>
    public required PublicCategory? Kept { get; init; }

    public required string Reason { get; set; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Account of the professional.</summary>
    public required Guid By { get; init; }

    /// <summary>The category chosen, and what that makes of the proposal.</summary>
    public static Verdict Of(PublicCategory kept, PublicCategory proposed) =>
        kept is PublicCategory.APreciser ? Verdict.ToConfirm : kept == proposed ? Verdict.Confirmed : Verdict.SetAside;

    public static PublicCategory? ReadCategory(string field, string? typed, Errors errors)
    {
        if (TechnicalName.TryParse<PublicCategory>(typed, out var category))
        {
            return category;
        }

        errors.Add(field, "Choisissez une réponse");
        return null;
    }

    public static string? ReadReason(string field, string? typed, Errors errors)
    {
        var reason = typed?.Trim() ?? "";
        if (reason.Length == 0)
        {
            errors.Add(field, "Écrivez en une phrase ce qui vous décide");
        }
        else if (reason.Length > ReasonMaxLength)
        {
            errors.Add(field, $"Écrivez une raison plus courte : {French.Number(ReasonMaxLength)} caractères au plus");
        }

        return errors[field] is null ? reason : null;
    }
}

public static class VerdictWords
{
    public static string Label(this Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "Confirmé",
        Verdict.SetAside => "Écarté",
        Verdict.ToConfirm => "À confirmer",
    };

    /// <summary>What is said of the screening and of the category until somebody decides.</summary>
    public const string Pending = "À confirmer ensemble : c’est une proposition, aucun professionnel ne s’est encore prononcé.";

    /// <summary>Technical name of the screening, as it is proposed.</summary>
    public static readonly string Screening = TechnicalName.Of(Synthesis.IllettrismePotentiel);
}
