"""Short forms of given names that no rule would find, as data."""

from __future__ import annotations

SHORT_FORMS = """
abigail abby gail/alexander alex sandy sasha alec xander sascha/alexandra alex sandra sasha lexi
alexandru alex/aleksandr sasha alex/aleksandra sasha ola/alfred alf fred/alison ali/amanda mandy
andrew andy drew/andrea andi/andrei andrey/anna anya ania annie/anne annie/anthony tony
antoinette toni/antonio toni tonio/antonia toni/anastasia nastya/archibald archie/arthur art
barbara barb babs basia/bartholomew bart/benjamin ben benny/bernard bernie/bernadette bernie
beatrice bea/beatrix bea trixie/bogdan bodya/catherine cathy kate katie cat cath kitty
charles charlie chuck chas/charlotte charlie lottie/christina chris tina chrissy/christine chris
christian chris/christopher chris kit/clifford cliff/cynthia cindy/daniel dan danny/daniela dani
david dave davey/deborah deb debbie/dennis denny/denise/dmitri dima mitya/dmitry dima mitya
dominic dom nic/donald don donny/dorothy dot dottie dolly/douglas doug/edward ed eddie ted ned
edmund ed ned/edwin ed/eleanor ellie nell nora/elizabeth liz beth betty lizzie eliza libby bess
elisabeth liz lisa elsa/ekaterina katya/yekaterina katya/evgeny zhenya/yevgeny zhenya
evgenia zhenya/eugene gene/emily em/emma em/ferdinand ferdi/florence flo/frances fran frankie
francis frank/francesca fran/francisco paco pancho/franklin frank/frederick fred freddie
friedrich fritz/gabriel gabe/gabrielle gaby/geoffrey geoff/georgina georgie/gerald gerry jerry
gerard gerry/gillian gill/giuseppe beppe/grigory grisha/gregory greg/gwendolyn gwen/harold harry
heinrich heinz/helena lena/henry harry hank/herbert herb bert/ignacio nacho/igor/isabel izzy bel
isabella bella izzy/ivan vanya/jacob jake/jacqueline jackie/james jim jimmy jamie
janet jan/jeffrey jeff/jennifer jen jenny/jeremy jerry jez/jessica jess/joanna jo/johannes hans
john johnny jack jon/jonathan jon jonny/jose pepe/joseph joe joey/josephine jo josie/joshua josh
judith judy/julia jules/juliet jules/katherine kate kathy katie kit/kathleen kath kathy
katharine kate/kenneth ken kenny/konstantin kostya/konstantinos kostas/kristina kris/laurence
larry laurie/lawrence larry laurie/leonard len leo/leonid lyonya/leopold leo/lewis lew/lillian
lily/louis lou/louise lou/lyudmila luda mila/madeleine maddy/malcolm mal/margaret maggie meg
peggy marge greta rita daisy/maria masha mary/mariana/marjorie marge/martha/martin marty
matthew matt/maximilian max/maxim max/melanie mel/melissa mel/michael mike mick micky mikey misha
michelle shelly/mikhail misha/mildred millie/mohammad mo hamo/mohammed mo/muhammad mo
mordechai motti/nadezhda nadya/nancy nan/natalia natasha nata/natalie nat/nathaniel nat nate
nathan nate/nicholas nick nicky klaus/nicola nicky/nicole nicky/nikolai kolya/nikolaos nikos
oleksandr sasha/olga olya/oliver ollie/olivia liv/pamela pam/patricia pat patty trish tricia
patrick pat paddy/pavel pasha/penelope penny/peter pete/pyotr petya/philip phil pip
philippa pippa pip/phyllis phyl/prudence pru/rachel rach/rafael rafa/raphael rafa/raymond ray
rebecca becky becca/reginald reg reggie/richard rich rick dick ricky/robert rob bob bobby bert
roberta bobbie/roderick rod/rodney rod/roger rog/roland rollo/ronald ron ronnie
rosamund ros roz rosa/rosalind ros roz/rosemary rosie/roxana roxy/rudolf rudi/russell russ
samantha sam/samuel sam sammy/sarah sally sadie/sebastian seb bastian/sergei seryozha
sergey seryozha/sigmund sigi/simon si/sophia sophie/stanley stan/stanislav stas slava
stephanie steph steffi/stephen steve stevie/steven steve stevie/stuart stu/susan sue susie suzy
susanna sue suzy/suzanne sue suzy/svetlana sveta/sylvia syl/tamara toma/tatiana tanya
tatyana tanya/terence terry/teresa terry tess/theresa terry tess/theodore ted theo/thomas tom
tommy/timothy tim timmy/tobias toby/ursula uschi/valentina valya/valerie val/vanessa nessa
vasily vasya/victor vic/victoria vicky tori/vincent vince vinnie/virginia ginny/vladimir volodya
vova vlad/volodymyr volodya vova/vyacheslav slava/walter walt wally/wilhelm willi/william bill
will billy willy liam/wilfred wilf/winifred winnie/wolfgang wolf/yaroslav slava yarik
yitzhak itzik/yosef yossi/yuri yura/zachary zach zak/zbigniew zbyszek
abdulrahman abdul abed/abdullah abdul/abdulaziz abdul aziz/aleksander olek/aleksandar sasa aca
aleksandra ola olka/alessandro sandro ale/alessandra sandra ale/alejandro jandro ale alex
alejandra jandra ale/alexandre xande alex/alexander alyosha/alexei lyosha alyosha/aleksei lyosha
alyosha/alexey lyosha alyosha/anatoly tolya/andrzej andrzejek jedrek/annabel annie bel/ana anita
anneliese anne liesl/antonin tonda/antonios adonis/arkady arkasha/arseny senya/augustin gus
augusto guto/ayse aysecik/bartosz bartek/beata beatka/bernadett detti/bertrand bert/boris borya
bozena bozenka/brigitte gitta/carlos carlitos/caroline caro carrie/carolina caro/catalina cata
caterina cate rina/cecilia ceci/charles karl/claudia claudi/concepcion concha/constance connie
cornelius cor kees/dalibor dali/daria dasha/darya dasha/denis denny/dolores lola/dorota dorotka
dusan dule/eduardo edu lalo/eduard edik/edward edek/egor gosha/elena lena lenka/eliza
elizaveta liza/elzbieta ela/emanuel manu/emiliano emi/emmanuel manu/enrique quique kike
ernesto neto/erzsebet erzsi bozsi/esperanza espe/ewa ewka/fatima fati/fatoumata fatou
fernando nando/ferenc feri/filippo pippo/francesco checco cesco/francois fanfan/frantisek franta
frederik fred freddy/frederic fred/friedrich fritz fred/fyodor fedya/galina galya/gennady gena
georg schorsch/george geordie/georgi gosho/georgios yorgos giorgos/gerhard gerd/gertrude trudi
giacomo/giovanni gianni nanni gio/gonzalo gonza/grazyna grazynka/gregor/grzegorz grzesiek
guadalupe lupe lupita/guilherme gui/guillaume guigui/guillermo memo guille/gustavo gus tavo
gyorgy gyuri/hannah hanny/hans hansi/hassan/heinrich heini/helmut/henrik rik/henrique rique
hernan/ibrahim ibo/igor/ildiko ildi/ilya ilyusha/imre/inmaculada inma/irina ira/isabel isa chabela
istvan pista isti/iwona iwonka/jacek/jan honza janek/jaroslav jarda/jaroslaw jarek/javier javi
jerzy jurek/jesus chuy/jiri jirka/joachim jochen/joanna asia joasia/joao joaozinho/joaquin quino
johan/johannes hannes/jorge coque/josef pepik sepp/josefina pepa josie fina/joseph jupp
jose pepe/jozef jozek/jozsef joska/juan juanito/jurgen/karel karlik/karoly karcsi
katalin kati/katarina katka/katarzyna kasia/katerina katka katia/katharina kathi kathe
kristina tina/konstantin kostya/krzysztof krzysiek krzys/kseniya ksyusha/ladislav lada
laszlo laci/leopoldo polo/leticia leti/lidia/ljubomir ljuba/lorenzo renzo/ludmila luda mila
ludwig lutz/luis lucho/luiz lula/lukasz/lyubov lyuba/maciej maciek/magdalena magda lena
malgorzata gosia/manuel manolo manu/marcelo/marcin/margarita margo rita/margarete grete
margit/maria mariska mari/mariana/marina/mario/marjan/marta/martha/mateusz mati
matthias hias matze/mehmet memo/mercedes merche/michal misko misiek/miguel migue
mihail misha/mihaly misi/mikolaj miki/milan/milica mica/miloslav/miroslav mirek/miroslaw mirek
mohamed mo hamo/monika/montserrat montse/mustafa musti/nadezda nada/nicolas nico/nikita
nikola/nikolaj kolya/nikolay kolya nick/nikolas nikos/oleg olezhka/oleksiy lyosha/osvaldo valdo
pablo/panagiotis takis/paulina/pedro/petr peta/pierre/polina polya/przemyslaw przemek
radoslaw radek/ramon moncho/refugio cuca/reinhard/ricardo rica cacho/riccardo/roberto beto
rodrigo rodri/rosario charo/ryszard rysiek/salvador chava/salvatore toto/sandor sanyi
santiago santi/sebastiao tiao/semyon senya/sergio checo/sigrid siri/silvia/slawomir slawek
sofia sonya sofi/soledad sole/spyridon spyros/stanislaw stas stach/stefan/stefania
tadeusz tadek/taras/tatyana tanya tata/teresa resi/tewodros teddy tedy/theodoros/therese resi/
thorsten toto
timofey tima/tomasz tomek/tomas tomasek/tommaso maso/torbjorn tobbe/vaclav vasek/valentin valya
vasilios vasilis/vasyl vasylko/veronika vera nika/vicente chente/vincenzo enzo
vsevolod seva/wenceslas/wlodzimierz wlodek/wojciech wojtek/yevgenia zhenya/yelena lena
yulia yulya/zdenek/zinaida zina/zoltan zoli/zsuzsanna zsuzsa zsuzsi zsu
"""
"""Given names and their short forms, in small letters, parted by slashes or lines."""
