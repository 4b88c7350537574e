using Beffroi.Kit;

namespace Beffroi.Chat.Casework;

public static class Sizes
{
    const double Kilo = 1024;

    /// <summary>"240 Kio", "3,2 Mio".</summary>
    public static string Size(this Lang l, long bytes) => bytes switch
    {
        < 1024 => l.Count((int)bytes, ("octet", "octets"), ("byte", "bytes")),
        < 1024 * 1024 => l.Number(bytes / Kilo, 0) + l.Say("\u00A0Kio", " KiB"),
        _ => l.Number(bytes / Kilo / Kilo, 1) + l.Say("\u00A0Mio", " MiB"),
    };
}
