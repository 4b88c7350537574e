using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat;

public static class SectorWords
{
    public static string Say(this Sector sector, Lang l) => sector switch
    {
        Sector.State => l.Say("État", "State"),
        Sector.ForeignCounterpart => l.Say("Homologue étranger", "Foreign counterpart"),
        Sector.CivilSociety => l.Say("Société civile", "Civil society"),
        Sector.Research => l.Say("Recherche", "Research"),
    };
}
