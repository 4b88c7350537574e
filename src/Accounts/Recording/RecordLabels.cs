using Beffroi.Kit;

namespace Beffroi.Accounts.Recording;

static class RecordLabels
{
    public static string State(TreatmentRecord? record, DateOnly today) => record is null ? "En pause : rien n’est consigné" : record.State(today) switch
    {
        RecordState.InForce => "En vigueur",
        RecordState.Incomplete => $"En pause : il manque {string.Join(", ", record.Lacks())}",
        RecordState.Refused => "En pause : la décision n’est pas favorable",
        RecordState.Expired => "En pause : la date est passée",
    };
}
