using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Exchange;

/// <summary>Estimated exposures in words.</summary>
public static class ExposureWords
{
    public static string Word(this ExposureMoment moment, Lang language) => moment switch
    {
        ExposureMoment.Before => language.Say("Exposition avant la réaction", "Exposure before the reaction"),
        ExposureMoment.After => language.Say("Exposition après la réaction", "Exposure after the reaction"),
    };

    /// <summary>The interval, or that it is unknown.</summary>
    public static string Spoken(this ExposureEstimated exposure, Lang language) => exposure is { Low: { } low, High: { } high }
        ? language.Say($"de {French.Number(low, 0)} à {French.Number(high, 0)} personnes", $"{English.Number(low, 0)} to {English.Number(high, 0)} people")
        : language.Say("inconnue", "unknown");
}
