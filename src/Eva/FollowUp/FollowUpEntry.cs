using System.Text.Json.Serialization;

namespace Beffroi.Eva.FollowUp;

/// <summary>Where the follow-up of a person stands.</summary>
public enum FollowUpState
{
    [JsonStringEnumMemberName("a_suivre")] ASuivre,
    [JsonStringEnumMemberName("suivi_en_cours")] SuiviEnCours,
    [JsonStringEnumMemberName("suivi_effectue")] SuiviEffectue,
}

/// <summary>What somebody decided of the follow-up of a person: its state and who is responsible, from that moment on. The newest counts; a person without any is to be followed.</summary>
public sealed class FollowUpEntry
{
    public required Guid Id { get; init; }

    /// <summary>Changes when two people turn out to be one.</summary>
    public required Guid BeneficiaryId { get; set; }

    public required FollowUpState State { get; init; }

    /// <summary>Account of a colleague of the structure; null for nobody.</summary>
    public required Guid? ResponsibleId { get; init; }

    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }

    public static string Label(FollowUpState state) => state switch
    {
        FollowUpState.ASuivre => "À suivre",
        FollowUpState.SuiviEnCours => "Suivi en cours",
        FollowUpState.SuiviEffectue => "Suivi effectué",
    };
}
