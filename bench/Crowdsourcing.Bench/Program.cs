using Beffroi.Crowdsourcing.Bench;

// dotnet run -c Release --project bench/Crowdsourcing.Bench -- sets ../shared/data/crowd
// dotnet run -c Release --project bench/Crowdsourcing.Bench -- vote
// dotnet run -c Release --project bench/Crowdsourcing.Bench -- next
switch (args)
{
    case ["sets", var folder]:
        SetsMeasure.Print(folder);
        break;
    case ["vote"]:
        VoteMeasure.Print();
        break;
    case ["next"]:
        NextMeasure.Print();
        break;
    default:
        Console.Error.WriteLine("sets FOLDER | vote | next");
        return 2;
}

return 0;
